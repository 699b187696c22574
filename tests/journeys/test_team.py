"""A team on one database: the server falls silent and is back, two people work on one plan."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import make_url

from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, Plan
from advisor.services.advisor import Advisor
from tests.journeys.conftest import Reported, Start
from tests.journeys.test_recovery import MOTHERS, go_on, open_questions, write_a_note
from tests.storage.commits import door_before
from tests.storage.cutting import Door
from tests.support.postgres import Server
from tests.support.real_program import RealProgram

pytestmark = [pytest.mark.journey, pytest.mark.postgres]

PEOPLE, STAGE = QuestionId("people"), QuestionId("programme_stage")
EXPECTED = (
    *("keyring cannot be read", "database refused: timeout", "database refused: connection-lost"),
    *("a change was not saved: ", "trying once more after: connection-lost"),
    *("database refused: changed-elsewhere",),
)
LIBRARY, HALL = "The library", "The church hall"


@dataclass(frozen=True, kw_only=True)
class Team:
    """A team's database: its address, and its address through a door that can keep still."""

    url: str
    through: str
    door: Door

    def answer(self, question: QuestionId) -> Answer:
        """Return an answer of the one plan as it is stored."""
        return self.plan.answer(question)

    @property
    def plan(self) -> Plan:
        with Advisor.open(self.url) as advisor:
            [summary] = advisor.plans.summaries()
            return advisor.plans.plan(summary.id)


@pytest.fixture
def team(postgres_server: Server) -> Iterator[Team]:
    with postgres_server.new_database() as name, door_before(postgres_server) as (door, folder):
        url = make_url(postgres_server.url(name))
        through = url.update_query_dict({"host": str(folder)})
        yield Team(url=str(url), through=str(through), door=door)


def test_what_is_said_to_a_silent_server_is_sent_when_it_is_back(
    start: Start, reported: Reported, team: Team
) -> None:
    program = start("--database", team.through, "--patience", "2")
    reader = program.reader
    reader.find_focus("push button", "Start a plan")
    open_questions(program)
    with team.door.standing_still():
        reader.toggle("radio button", MOTHERS)
        write_a_note(program, LIBRARY)
        reader.wait(lambda: LIBRARY in outbox(program), "what was typed, on the disk")
        reader.hear("Not saved: Nothing has answered for ")
        assert reader.find("text", has="Your note").text == LIBRARY
        reader.forget()
    reader.hear("Saved")
    reader.find("label", has="Saved ")

    assert team.answer(PEOPLE).value == "mothers"
    assert team.answer(PEOPLE).note == LIBRARY
    reader.wait(lambda: outbox(program) == "", "empty outbox")
    reported(program, *EXPECTED)


def test_two_people_see_what_the_other_saves_and_settle_what_both_said(
    start: Start, reported: Reported, team: Team
) -> None:
    ruth = start("--database", team.url, person="ruth")
    ruth.reader.find_focus("push button", "Start a plan")
    open_questions(ruth)
    amina = start("--database", team.through, "--patience", "2", person="amina")
    go_on(amina)
    ruth.reader.toggle("radio button", MOTHERS)
    amina.reader.wait(lambda: is_chosen(amina, MOTHERS), "what Ruth has said")

    with team.door.standing_still():
        say(ruth, "An idea", HALL)
        ruth.reader.wait(lambda: team.answer(PEOPLE).note == HALL, "what Ruth wrote, saved")
        say(amina, "It is running", LIBRARY)
        amina.reader.find("label", has="Not saved: ")
    settle(amina)
    ruth.reader.wait(lambda: is_chosen(ruth, "It is running"), "what Amina has said")
    assert (team.answer(PEOPLE).note, team.answer(STAGE).value) == (HALL, "running")
    reported(amina, *EXPECTED)
    ruth.come_forward()
    reported(ruth, *EXPECTED)


def outbox(program: RealProgram) -> str:
    """Return what is on the disk and not on the server yet."""
    return (program.home / "drafts.jsonl").read_text(encoding="utf-8")


def is_chosen(program: RealProgram, option: str) -> bool:
    return "checked" in program.reader.find("radio button", option).states


def say(program: RealProgram, stage: str, note: str) -> None:
    """Say how far the programme is, and write a note at who it is for."""
    program.come_forward()
    program.reader.toggle("radio button", stage)
    write_a_note(program, note)


def settle(program: RealProgram) -> None:
    """Keep the own answer and take the other's note, each where both texts are seen."""
    reader = program.reader
    reader.find("dialog", "This answer was also changed elsewhere")
    # The one that was refused first is shown first.
    of_note, of_answer = (
        ("Take the other", LIBRARY, HALL),
        ("Keep mine", "It is running", "An idea"),
    )
    is_note = bool(reader.every("label", has=LIBRARY))
    for choice, *both in (of_note, of_answer) if is_note else (of_answer, of_note):
        for words in both:
            reader.find("label", has=words)
        reader.press(choice)
        reader.find_gone("label", has=both[0])
    reader.find_gone("dialog")
