"""The chain picture with what to choose beside it: which statement, as words, as a file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.evidence import Domain
from advisor.models.ids import QuestionId, RuleId
from advisor.telling.cards import CardStory
from advisor.telling.chain import Node, chain_of, domain_to_draw, drawable
from advisor.telling.order import DOMAINS
from ui.chain.exporting import as_png, as_svg
from ui.chain.picture import ChainPicture
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chips import Chips
from ui.widgets.contents import clear_out, put_in_place
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import FlowLayout, column_in, fill, row_of
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.text import MUTED, Heading, Text

CHAINS_AT_ONCE = 6
ALL = "all"
"""The choice of all statements of a kind in one picture, a few at a time."""
_LEAST, _LIST, _PICTURE = 370, 2, 5
"""The least width of list and picture, and how they share what there is."""


class ChainPanel(QWidget):
    """Shows one whole chain beside the statements of its domain, or a few of them together.

    ``question`` and ``finding`` lead to what the chosen box is about; ``save`` gets a picture
    under a suggested name.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        question: Callable[[QuestionId], object],
        finding: Callable[[RuleId], object],
        save: Callable[[str, bytes], object],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._question, self._finding, self._save = question, finding, save
        self._cards: tuple[CardStory, ...] = ()
        self._sentences: tuple[str, ...] = ()
        self._limit = CHAINS_AT_ONCE
        self._node: Node | None = None
        self._chosen, self._listed = "", tuple[CardOption, ...]()
        self.picture: ChainPicture | None = None
        self.statements: OptionGroup | None = None
        self._column = column_in(self, theme.metrics.space(10))
        self._build()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The picture in words."""
        return self._sentences

    def show_cards(self, cards: Sequence[CardStory]) -> None:
        """Draw the findings that apply or may apply."""
        self._cards = tuple(cards)
        domain = domain_to_draw(self._cards, self._domain())
        if domain is not self._domain():
            self.domain.select((domain.value,))
        self._draw()

    # Building

    def _build(self) -> None:
        theme = self._theme
        heading = Heading(_("How your programme may work"), level=2)
        self._column.addWidget(heading)
        words = _(
            "Your answers come first, then what may happen, then what it may lead to. Dashed lines"
            " may apply; red lines work against your aim."
        )
        self._intro = Text(words, role=TextRole.SMALL, tint=MUTED)
        heading.read_here(words)
        self._column.addWidget(self._intro)
        titles = (_("Risks"), _("Benefits"), _("Take-up"))
        options = [(domain.value, title) for domain, title in zip(DOMAINS, titles, strict=True)]
        self.domain = Chips(theme, options, name=_("What to draw"))
        self.domain.select((Domain.RISK.value,))
        self.domain.selected.connect(self._choose_domain)
        self._column.addWidget(self.domain)
        self._place, self._list = QWidget(), QWidget()
        left, right = QWidget(), QWidget()
        self._left, self._right = column_in(left), column_in(right, theme.metrics.space(14))
        fill(self._left, self._list)
        fill(self._right, self._place, self._make_buttons())
        beside = Beside(theme, least=_LEAST)
        beside.add(left, fills=False, share=_LIST)
        beside.add(right, fills=False, share=_PICTURE)
        self._column.addWidget(beside)
        self.in_words = Disclosure(theme, _("The same in words"), self._make_words)
        self._column.addWidget(self.in_words)

    def _make_buttons(self) -> FlowLayout:
        self.lead = self._button(_("Open what I chose"), Glyph.EYE, self._lead)
        self.lead.setEnabled(False)
        self.more = self._button(_("Show more chains"), Glyph.CIRCLE_PLUS, self._show_more)
        words = _("Save as picture (PNG)")
        self.png_button = self._button(words, Glyph.IMAGE, self._save_png)
        words = _("Save as drawing (SVG)")
        self.svg_button = self._button(words, Glyph.FILE_DOWN, self._save_svg)
        return row_of(self.lead, self.more, self.png_button, self.svg_button)

    def _button(self, words: str, glyph: Glyph, act: object) -> Button:
        button = Button(self._theme, words, kind=ButtonKind.SECONDARY, glyph=glyph, parent=self)
        button.clicked.connect(act)
        return button

    def _make_words(self) -> QWidget:
        box = QWidget()
        self._words = QVBoxLayout(box)
        self._words.setContentsMargins(self._theme.metrics.space(8), 0, 0, 0)
        self._fill_words()
        return box

    def _fill_words(self) -> None:
        clear_out(self._words)
        for sentence in self._sentences:
            self._words.addWidget(Text(sentence))

    # Drawing

    def _domain(self) -> Domain:
        return Domain((*self.domain.selection, Domain.RISK.value)[0])

    def _list_statements(self, cards: Sequence[CardStory]) -> None:
        """List the statements that can be drawn; the one that is chosen stays so."""
        listed = [CardOption(key=card.rule, title=card.title, hint=card.status) for card in cards]
        if len(cards) > 1:
            listed.append(CardOption(key=ALL, title=_("All of them together"), apart=True))
        if self._chosen not in {option.key for option in listed}:
            self._chosen = listed[0].key if listed else ""
        if tuple(listed) != self._listed:
            self._listed, self.statements = tuple(listed), None
            wanted = QWidget()
            if listed:
                wanted = self.statements = OptionGroup(self._theme, listed, name=_("What to draw"))
                self.statements.select((self._chosen,))
                self.statements.selected.connect(self._choose_statement)
            self._list = put_in_place(self._left, self._list, wanted)

    def _draw(self) -> None:
        of_domain = drawable(self._cards, self._domain())
        self._list_statements(of_domain)
        one = [card for card in of_domain if card.rule == self._chosen]
        chain = chain_of(one or of_domain[: self._limit])
        self._sentences = chain.sentences
        self.more.setVisible(not one and len(of_domain) > self._limit)
        picture: QWidget
        if chain.mechanisms:
            self.picture = picture = ChainPicture(self._theme, chain)
            self.picture.node_chosen.connect(self._node_chosen)
        else:
            self.picture = None
            picture = Text(_("Nothing of this kind applies or may apply so far."))
        self._place = put_in_place(self._right, self._place, picture)
        self._node = None
        self.lead.setEnabled(False)
        for node in chain.mechanisms if one else ():
            self._node_chosen(node)
        if self.in_words.is_open:
            self._fill_words()

    @Slot(tuple)
    def _choose_domain(self, _keys: tuple[str, ...]) -> None:
        self._limit = CHAINS_AT_ONCE
        self._draw()

    @Slot(tuple)
    def _choose_statement(self, keys: tuple[str, ...]) -> None:
        self._chosen, self._limit = keys[0], CHAINS_AT_ONCE
        self._draw()

    @Slot()
    def _show_more(self) -> None:
        self._limit += CHAINS_AT_ONCE
        self._draw()

    @Slot(object)
    def _node_chosen(self, node: Node) -> None:
        self._node = node
        self.lead.setEnabled(True)
        is_answer = node.question is not None
        self.lead.setText(_("Change this answer") if is_answer else _("Open this statement"))
        self.lead.setAccessibleName(f"{self.lead.text()}: {node.title}")

    @Slot()
    def _lead(self) -> None:
        if self._node is None:
            return
        if self._node.question is not None:
            self._question(self._node.question)
        elif self._node.rule is not None:
            self._finding(self._node.rule)

    @Slot()
    def _save_png(self) -> None:
        if self.picture is not None:
            self._save("chains.png", as_png(self.picture))

    @Slot()
    def _save_svg(self) -> None:
        if self.picture is not None:
            title = _("How your programme may work")
            words = as_svg(self.picture, title=title, description=" ".join(self._sentences))
            self._save("chains.svg", words)
