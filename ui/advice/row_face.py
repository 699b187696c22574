"""What stands on a row of the list, laid out for a width: title, one thing to do, state, bar."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from advisor.language import _
from advisor.models.evidence import Effect
from advisor.models.marks import Mark
from advisor.telling.action import ActionRow
from advisor.telling.cards import CardStory
from advisor.telling.key_actions import Stage
from advisor.telling.words import EFFECT, MARK
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS, Showing
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, box, mirrored, one_line, wrap
from ui.widgets.tick_line import SIDE

ICON = 18
_SMALL_ICON = 15
_STATE = 104
_FURTHEST_FIRST = (Stage.IN_PLACE, Stage.PLANNED, Stage.TO_DO)
_WIDE, _MIDDLE, _COLUMNS = 900, 480, 860


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """The words and signs of one row; ``action`` is what can be ticked there."""

    showing: Showing
    title: str
    term: str
    matters_more: bool
    sentence: str
    action: str
    who: str
    word: str
    stages: tuple[Stage, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All of its words, also those for which there is no room."""
        more = MARK[Mark.MATTERS_MORE] if self.matters_more else ""
        said = (self.title, self.in_the_field, more, self.word, self.sentence)
        return tuple(filter(None, (*said, self.action, self.who)))

    @property
    def in_the_field(self) -> str:
        """The field's word as it stands behind the title."""
        return _("({term})").format(term=self.term) if self.term else ""


def showing_of(story: CardStory) -> Showing:
    """Return the icon and the tone of a statement's state."""
    return SHOWINGS[story.marks[1]]


def face_of(story: CardStory, action: ActionRow | None, *, says_kind: bool) -> RowFace:
    """Return what a row shows of a statement, and of the action that can be ticked on it.

    A risk that applies says its state; ``says_kind``: another says what it is.
    """
    kind = EFFECT[story.effect] if says_kind else ""
    is_risk = story.state is not None
    # With one thing to do beside it, a risk needs no more words.
    said = (story.note or story.summary, story.still_depends_on)
    sentence = "" if is_risk else " ".join(filter(None, said))
    return RowFace(
        showing=showing_of(story),
        title=story.title,
        term=story.term if story.effect in (Effect.HARMS, Effect.BENEFITS) else "",
        matters_more=story.matters_more,
        sentence=sentence,
        action=action.text if action is not None else "",
        who=(action.who_and_when or _("Who? By when?")) if action is not None and is_risk else "",
        word=MARK[story.marks[1]] if is_risk else kind,
        stages=tuple(sorted(story.key_actions.stages, key=_FURTHEST_FIRST.index))
        if is_risk
        else (),
    )


@dataclass(slots=True)
class Placed:
    """Where everything on a row stands, as it lies when text runs from left to right."""

    height: float = 0.0
    words: list[tuple[Wrapped, QRectF, str]] = field(default_factory=list)
    icons: list[tuple[Glyph, Tone, float, QRectF]] = field(default_factory=list)
    tick: QRectF | None = None
    bar: QRectF | None = None


class RowLayout:
    """Places the words of a face in a width; ``is_beside`` the pane, one line of each is enough.

    ``is_whole``: all of its words, however little room there is.
    """

    def __init__(
        self,
        theme: Theme,
        face: RowFace,
        width: int,
        *,
        is_beside: bool,
        is_leftward: bool,
        is_whole: bool = False,
    ) -> None:
        self._theme, self._m, self._face, self._width = theme, theme.metrics, face, width
        self._is_beside = is_beside and not is_whole
        way = Qt.LayoutDirection
        self._way = way.RightToLeft if is_leftward else way.LeftToRight
        self._is_whole, self._is_narrow = is_whole, width < self._m.px(_MIDDLE)
        self._leaves_out = self._is_narrow and not is_whole
        self.placed = Placed()
        self._y: float = self._m.space(6)
        self._place()

    def _place(self) -> None:
        m, face = self._m, self._face
        pad, side = m.space(14), m.px(ICON)
        end = self._width - pad - side
        if self._is_beside:
            end = self._width - pad
        icon = QRectF(pad, self._y + m.px(2), side, side)
        self.placed.icons.append((face.showing.glyph, face.showing.tone, ICON, icon))
        left, right = pad + side + m.space(11), float(end - m.space(10))
        state = 0.0
        if face.word and not self._is_narrow:
            state = right - m.px(_STATE)
            self._place_word(state, self._y)
            right = state - m.space(14)
        if face.action and face.sentence and self._width >= m.px(_COLUMNS):
            self._place_columns(left, right)
        else:
            self._place_lines(left, right, state)
        self.placed.height = max(self._y + m.space(6), float(m.px(44)))
        if not self._is_beside:
            area = QRectF(end, 0, side, self.placed.height)
            self.placed.icons.append((Glyph.CHEVRON_RIGHT, Tone.NEUTRAL, ICON, area))

    def _place_columns(self, left: float, right: float) -> None:
        """Put what can be ticked beside the words."""
        top, middle = self._y, left + 0.58 * (right - left)
        self._place_head(left, middle - self._m.space(14))
        self._place_sentence(left, middle - self._m.space(14))
        bottom, self._y = self._y, top
        self._place_action(middle, right, 0.0)
        self._y = max(bottom, self._y)

    def _place_lines(self, left: float, right: float, state: float) -> None:
        """Put everything under one another."""
        self._place_head(left, right)
        if self._face.word and self._is_narrow:
            self._place_word(left, self._y)
            bar_left = right - self._m.px(_STATE)
            if self._face.stages:
                line = self._line(TextRole.SMALL)
                self.placed.bar = QRectF(bar_left, self._y, self._m.px(_STATE), line)
            self._y += self._line(TextRole.SMALL)
            if self._leaves_out:
                return
        if not (self._is_beside and self._face.action):
            self._place_sentence(left, right)
        if self._face.action and not self._leaves_out:
            self._y += self._m.space(2)
            self._place_action(left, right, state)
        elif self._face.stages and state:
            line = self._line(TextRole.SMALL)
            self.placed.bar = QRectF(state, self._y, self._m.px(_STATE), line)
            self._y += line

    def _place_head(self, left: float, right: float) -> None:
        """Put the title, the field's word and *Matters more here* behind one another."""
        face, m, colours = self._face, self._m, self._theme.colours
        line = self._line(TextRole.STRONG)
        title = self._wrapped(face.title, TextRole.STRONG, right - left)
        self.placed.words.append(
            (title, QRectF(left, self._y, right - left, title.height), colours.ink)
        )
        last = title.layout.lineAt(title.layout.lineCount() - 1)
        x, y = left + last.naturalTextWidth(), self._y + title.height - line
        if face.term and not self._leaves_out and not self._is_beside:
            words = face.in_the_field
            x, y = self._place_inline(words, TextRole.SMALL, colours.ink_muted, x, y, left, right)
        if face.matters_more and not self._leaves_out:
            words, tone = MARK[Mark.MATTERS_MORE], SHOWINGS[Mark.MATTERS_MORE].tone
            ink, side = colours.tones[tone].ink, m.px(_SMALL_ICON)
            room = side + m.space(6)
            x, y = self._place_inline(
                words, TextRole.SMALL_STRONG, ink, x + room, y, left + room, right
            )
            at = self.placed.words[-1][1]
            area = QRectF(at.left() - room, y, side, line)
            self.placed.icons.append((SHOWINGS[Mark.MATTERS_MORE].glyph, tone, _SMALL_ICON, area))
        self._y = y + line

    def _place_inline(
        self, words: str, role: TextRole, ink: str, x: float, y: float, left: float, right: float
    ) -> tuple[float, float]:
        """Put words behind others, or at the beginning of the next line; return their end."""
        line, gap = self._line(TextRole.STRONG), self._m.space(10)
        wrapped = self._wrapped(words, role, right - left)
        natural = wrapped.natural_width + 1
        if x + gap + natural > right:
            x, y, gap = left, y + line, 0
        one = self._wrapped(words, role, natural)
        top = y + (line - self._line(role)) / 2
        if natural > right - left:
            one, natural = wrapped, right - left
        self.placed.words.append((one, QRectF(x + gap, top, natural, one.height), ink))
        return x + gap + natural, y + max(0.0, one.height - self._line(role))

    def _place_sentence(self, left: float, right: float) -> None:
        if self._face.sentence:
            self._place_text(self._face.sentence, left, right, self._theme.colours.ink_muted)

    def _place_action(self, left: float, right: float, state: float) -> None:
        m, colours = self._m, self._theme.colours
        side = m.px(SIDE)
        top = self._y
        begin = left + side + m.space(9)
        end = right
        if self._face.who and self._width >= m.px(_WIDE) and not self._is_beside:
            small = self._theme.font(TextRole.SMALL)
            wide = QFontMetricsF(small).horizontalAdvance(self._face.who) + 2
            who = self._wrapped(self._face.who, TextRole.SMALL, wide)
            y = top + (side - self._line(TextRole.SMALL)) / 2
            self.placed.words.append(
                (who, QRectF(right - wide, y, wide, who.height), colours.accent_ink)
            )
            end = right - wide - m.space(14)
        self._y += max(0.0, (side - self._line(TextRole.SMALL)) / 2)
        self._place_text(self._face.action, begin, end, colours.ink)
        if self._is_whole and self._face.who and end == right:
            self._place_text(self._face.who, begin, end, colours.accent_ink)
        self._y = max(self._y, top + side)
        self.placed.tick = QRectF(left, top, side, side)
        if state:
            self.placed.bar = QRectF(state, top, m.px(_STATE), side)

    def _place_word(self, x: float, y: float) -> None:
        tone = self._face.showing.tone
        words = self._wrapped(self._face.word, TextRole.SMALL_STRONG, self._m.px(_STATE) + 40)
        area = QRectF(x, y + 1, self._m.px(_STATE) + 40, words.height)
        self.placed.words.append((words, area, self._theme.colours.tones[tone].ink))

    def _place_text(self, words: str, left: float, right: float, ink: str) -> None:
        """Put small words in as many lines as they take; beside the pane in one."""
        room = max(1.0, right - left)
        if self._is_beside:
            font = self._theme.font(TextRole.SMALL)
            wrapped = one_line(words, font, room - 2, direction=self._way)
        else:
            wrapped = self._wrapped(words, TextRole.SMALL, room)
        self.placed.words.append((wrapped, QRectF(left, self._y, room, wrapped.height), ink))
        self._y += wrapped.height

    def _wrapped(self, words: str, role: TextRole, width: float) -> Wrapped:
        return wrap(words, self._theme.font(role), width, direction=self._way)

    def _line(self, role: TextRole) -> float:
        return QFontMetricsF(self._theme.font(role)).height()


def draw_bar(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    stages: Sequence[Stage],
    direction: Qt.LayoutDirection,
) -> None:
    """Draw one piece for each key action: empty, outlined when planned, filled when in place."""
    m, c = theme.metrics, theme.colours
    gap = m.px(3)
    wide = min(float(m.px(20)), (area.width() - gap * (len(stages) - 1)) / max(1, len(stages)))
    high = min(m.px(8), area.height())
    for number, stage in enumerate(stages):
        left = area.left() + number * (wide + gap)
        piece = QRectF(left, area.center().y() - high / 2, wide, high)
        piece = mirrored(piece, area, direction)
        if stage is Stage.IN_PLACE:
            box(painter, piece, high / 2, fill=c.tones[Tone.POSITIVE].edge)
        elif stage is Stage.PLANNED:
            tone = c.tones[Tone.CAUTION]
            box(painter, piece, high / 2, fill=tone.soft, line=tone.edge, thickness=2)
        else:
            box(painter, piece, high / 2, line=c.outline, thickness=1.2)
