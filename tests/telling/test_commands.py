"""What can be done from anywhere, in one table."""

from collections import Counter

from advisor.telling.commands import COMMANDS, Wish
from advisor.telling.page_help import pages_with_help


def test_everything_that_can_be_wanted_by_name_is_offered() -> None:
    assert set(Wish) <= {each.at for each in COMMANDS}


def test_no_two_commands_do_the_same_or_are_called_the_same() -> None:
    ways = Counter((each.page, each.at) for each in COMMANDS)
    titles = Counter(each.title for each in COMMANDS)

    assert max(ways.values()) == max(titles.values()) == 1


def test_every_command_leads_to_a_page_that_there_is() -> None:
    assert {each.page for each in COMMANDS} <= pages_with_help()
