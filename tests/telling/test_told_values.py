"""Whatever is told is shown: no field of a told value stands for nothing."""

from tests.support.told import Member, sources, unread

TELLING = """
from dataclasses import dataclass

@dataclass(frozen=True)
class Card:
    title: str
    hint: str
    note: str

    @property
    def line(self) -> str:
        return self.note

@dataclass(frozen=True)
class Action:
    title: str
    hint: str
    owner: str

def sorted_by_owner(actions: list[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: action.owner)
"""
LAYOUT = """
from advisor.telling.things import Action, Card, sorted_by_owner

def show(card: Card, actions: list[Action]) -> list[str]:
    return [f"– {card.title}", *(f"{action.hint}" for action in sorted_by_owner(actions))]
"""


def test_every_told_value_is_shown() -> None:
    assert unread(sources()) == frozenset()


def test_a_value_that_is_not_shown_is_found_whatever_others_are_called() -> None:
    card, action = "advisor.telling.things.Card", "advisor.telling.things.Action"

    found = unread({"advisor.telling.things": TELLING, "ui.page": LAYOUT})

    assert found == {
        Member(card, "hint"),
        Member(card, "note"),
        Member(card, "line"),
        Member(action, "title"),
    }
