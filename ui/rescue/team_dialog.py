"""Where plans are kept: here, or in a team's database that is tried before it is used."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from advisor.errors import AdvisorError
from advisor.language import _
from advisor.telling.team_refused import tell_refused
from ui.shell.dialogs import CalmDialog
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import ButtonKind
from ui.widgets.labelled import Labelled
from ui.widgets.layouts import fill
from ui.widgets.line import Line
from ui.widgets.text import ERROR, MUTED, Text
from ui.widgets.tick_line import TickLine

if TYPE_CHECKING:
    from advisor.services.team import TeamAddress


class PlainField(Labelled):
    """A line that is kept nowhere: a password, or an address that was not tried yet."""

    def __init__(self, theme: Theme, label: str, *, hint: str = "", secret: bool = False) -> None:
        self.line = Line(theme)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__(theme, label, self.line, hint=hint)


class TeamDialog(CalmDialog):
    """Asks for the address of a team's database; it can be used once it was reached.

    ``can_take_along``: the plans that are open are in a team's database.

    ``try_wanted`` carries the address to try, ``use_wanted`` the address and whether its password
    goes into the keyring; ``own_wanted`` asks for this computer again, ``plans_wanted`` for its
    plans to be copied into the team's database.
    """

    plans_wanted = Signal()

    try_wanted = Signal(object)
    use_wanted = Signal(object, bool)
    own_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        now: "TeamAddress | None",
        parent: QWidget | None = None,
        *,
        can_take_along: bool = False,
    ) -> None:
        super().__init__(theme, _("Where plans are kept"), glyph=Glyph.FOLDER_OPEN, parent=parent)
        self._is_trying = False
        if now:
            where = _("Now in the team's database.")
        elif can_take_along:
            where = _("Now in a team's database, which was named when the program was started.")
        else:
            where = _("Now on this computer.")
        self.column.addWidget(Text(where))
        words = _(
            "A team can keep its plans in one PostgreSQL database. The person who looks after it"
            " tells you what to fill in. Plans of this computer stay where they are; you are asked"
            " which of them are to be copied there."
        )
        self.column.addWidget(Text(words, tint=MUTED))
        fields = self._add_fields(theme, now)
        for field in fields:
            field.line.textEdited.connect(self._changed)
        self.test = self.add_button(_("&Test"), ButtonKind.PRIMARY, do=self._try)
        self.use = self.add_button(_("&Use it and start again"), do=self._use)
        self.use.setEnabled(False)
        if now is not None:
            words = _("Keep plans on this &computer and start again")
            self.own = self.add_button(words, says=self.own_wanted)
        if can_take_along:
            self.along = self.add_button(_("Copy &plans there…"), says=self.plans_wanted)
        self.close_it = self.add_button(_("C&lose"), ButtonKind.QUIET)

    def _add_fields(self, theme: Theme, now: "TeamAddress | None") -> tuple[PlainField, ...]:
        hint = _("Such as db.example.org, or db.example.org:5433")
        self.computer = PlainField(theme, _("Computer"), hint=hint)
        self.database = PlainField(theme, _("Database"))
        self.name = PlainField(theme, _("Your name there"))
        self.password = PlainField(theme, _("Password"), secret=True)
        self.remember = TickLine(theme, _("Keep the password in this computer's keyring"))
        self._found = Text("")
        # From the start, for its look leaves room for the line that shows the keyboard.
        self._found.read_here("")
        self._found.hide()
        fields = (self.computer, self.database, self.name, self.password)
        fill(self.column, *fields, self.remember, self._found)
        if now is not None:
            for field, said in zip(fields, (now.computer, now.database, now.name), strict=False):
                field.line.setText(said)
        return fields

    @property
    def address(self) -> "TeamAddress":
        """What is filled in."""
        from advisor.services.team import TeamAddress  # imports storage

        return TeamAddress(
            computer=self.computer.line.text(),
            database=self.database.line.text(),
            name=self.name.line.text(),
            password=self.password.line.text(),
        )

    def show_found(self, words: str) -> None:
        """Say that the database was reached, so that it can be used."""
        self._say(words, is_fault=False)
        self.use.setEnabled(True)
        self.use.setFocus()

    def show_refused(self, error: AdvisorError) -> None:
        """Say why it was not."""
        self._say(tell_refused(error), is_fault=True)

    def _say(self, words: str, *, is_fault: bool) -> None:
        self._found.set_tint(ERROR if is_fault else "")
        self._found.setText(words)
        # Said once when it comes; Tab stops there for who wants to hear it again.
        self._found.read_here(words)
        self._found.show()
        self._is_trying = False
        self._fit()
        self._scroll.show_whole_soon(self._found)
        announce(self._found, words)

    def _changed(self) -> None:
        self.use.setEnabled(False)
        self._found.hide()

    def _try(self) -> None:
        # The button stays as it is: one that cannot be pressed loses the keyboard.
        if self._is_trying:
            return
        self._say(_("Trying to reach the database…"), is_fault=False)
        self._is_trying = True
        self.try_wanted.emit(self.address)

    def _use(self) -> None:
        self.accept()
        self.use_wanted.emit(self.address, self.remember.isChecked())


class PasswordDialog(CalmDialog):
    """Asks for the password of the team's database, or for this computer's plans instead.

    ``given`` carries the password; ``own_wanted`` asks for this computer.
    """

    given = Signal(str)
    own_wanted = Signal()

    def __init__(
        self, theme: Theme, place: str, reason: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            _("Password for {place}").format(place=place),
            glyph=Glyph.FOLDER_OPEN,
            tone=Tone.CAUTION,
            parent=parent,
        )
        self.column.addWidget(Text(reason))
        self.password = PlainField(theme, _("Password"), secret=True)
        self.column.addWidget(self.password)
        self.go_on = self.add_button(_("&Open the plans"), ButtonKind.PRIMARY, do=self._give)
        self.own = self.add_button(
            _("Keep plans on this &computer and start again"), says=self.own_wanted
        )
        self.later = self.add_button(_("&Later"), ButtonKind.QUIET)

    def _give(self) -> None:
        self.accept()
        self.given.emit(self.password.line.text())
