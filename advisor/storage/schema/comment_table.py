"""The table of what somebody sees otherwise than it is answered."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH
from advisor.storage.schema.columns import STRICT, UUID_LENGTH, Number, Words, at_most, within
from advisor.storage.schema.tables import ID_LENGTH, MOST, OfPlan, edited


class CommentRow(OfPlan):
    """That somebody sees a question otherwise than it is answered."""

    __tablename__ = "comment"
    __table_args__ = (
        at_most("id", UUID_LENGTH, UUID_LENGTH),
        at_most("question", ID_LENGTH, 1),
        at_most("who", TITLE_LENGTH),
        at_most("text", NOTE_LENGTH, 1),
        within("position", 0, MOST),
        *edited(),
        STRICT,
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[Number]
    question: Mapped[Words]
    who: Mapped[Words]
    text: Mapped[Words]
