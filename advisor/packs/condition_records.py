"""The shape of conditions, and of the texts that they choose between."""

# pydantic reads the TypedDict of typing only from Python 3.12 on.
from typing_extensions import TypedDict

ConditionRecord = TypedDict(
    "ConditionRecord",
    {
        "all": "list[ConditionRecord]",
        "any": "list[ConditionRecord]",
        "not": "ConditionRecord",
        "question": str,
        "is": str | bool,
        "is_any_of": list[str],
        "includes": str,
        "includes_any_of": list[str],
        "includes_none_of": list[str],
        "at_least": int,
        "at_most": int,
    },
    total=False,
)
"""Either one of ``all``, ``any``, ``not``; or ``question`` with exactly one test.

``record_checks`` sees to *exactly one*; as a union of ten shapes, one slip of the pen would be
reported ten times.
"""


class VariantRecord(TypedDict):
    """Another wording of a text, where a condition certainly holds."""

    when: ConditionRecord
    text: str
