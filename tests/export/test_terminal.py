"""What is printed in a terminal never steers it, whoever wrote it."""

from dataclasses import replace

from advisor.export.listings import plan_text
from advisor.export.terminal import TerminalPage
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer
from tests.support.examples import DROP_IN, example

HOSTILE = "\x1b[2J\u202eWords\x07\x9b\r\nnext"


def test_no_sign_that_a_terminal_obeys_reaches_it(pack: Pack) -> None:
    plan = replace(example(DROP_IN), title=HOSTILE, description=HOSTILE)
    plan = replace(plan, answers={**plan.answers, QuestionId("isolation"): Answer(note=HOSTILE)})

    text = plan_text(pack, plan)

    assert "Words" in text
    assert not any(sign in text for sign in "\x1b\x07\x9b\r\u202e")


def test_long_words_of_a_list_stand_under_each_other() -> None:
    page = TerminalPage(30)
    page.heading("Risks")
    page.point("One risk that needs more than a line to be told")

    assert page.text() == "RISKS\n  - One risk that needs more\n    than a line to be told\n"
