"""The table of what somebody ticked as being so, of what must be there first."""

import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from advisor.storage.schema.columns import DATE_LENGTH, STRICT, Day, at_most
from advisor.storage.schema.tables import ID_LENGTH, OfPlan, edited


class GateTickRow(OfPlan):
    """That somebody ticked a gate's sentence on a day; the rules never read it."""

    __tablename__ = "gate_tick"
    __table_args__ = (
        at_most("gate", ID_LENGTH, 1),
        at_most("day", DATE_LENGTH, DATE_LENGTH),
        *edited(),
        STRICT,
    )

    gate: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[datetime.date] = mapped_column(Day)
