"""JSON data: its types, and how it is written for a person."""

import json
from collections.abc import Mapping

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None
JsonObject = dict[str, Json]


def json_text(data: Mapping[str, object]) -> str:
    """Return data as JSON text: every letter as it is, indented, and a newline at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
