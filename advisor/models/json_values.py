"""The types of JSON data."""

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None
JsonObject = dict[str, Json]
