"""Words that stand in a field and are not saved."""

from advisor.models.values import Value


class FieldWords(Value):
    """What is written in a field and stands for nothing that is saved.

    ``plan`` is empty where the field belongs to none; ``field`` is the name under which the field
    keeps its words. ``instead_of`` is what the field said before: the same words say that there
    is nothing to keep.
    """

    plan: str
    field: str
    words: str
    instead_of: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """Where the words stand."""
        return self.plan, self.field

    @property
    def is_settled(self) -> bool:
        """Whether the field says what it said before, but for spaces around it."""
        return self.words.strip() == self.instead_of.strip()
