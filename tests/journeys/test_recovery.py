"""What a person sees and keeps when something goes wrong."""

import json
import sqlite3
from pathlib import Path

import pytest

from advisor.models.ids import OptionId
from tests.journeys.conftest import Reported, Start
from tests.support.real_program import RealProgram
from tests.support.shipped import progress_with

pytestmark = pytest.mark.journey

FOR_MOTHERS = progress_with(people=OptionId("mothers"))
MOTHERS = "Mothers and parents who gave birth"
ONE_ANSWERED = f"1 of {FOR_MOTHERS.asked} answered"
SECRET = "Mrs Hollowell told us"


def open_questions(program: RealProgram) -> None:
    reader = program.reader
    reader.press("Start a plan")
    reader.find_focus("text")
    program.screen.type("Sunrise")
    reader.press("Start")
    reader.press("Start answering")
    reader.find_focus("heading", has="Page 1 of ")


def test_a_refused_file_shows_all_its_faults_and_a_way_on(
    program: RealProgram, reported: Reported, tmp_path: Path
) -> None:
    reader, file = program.reader, tmp_path / "plan.json"
    answers = {"formats": {"value": ["pigeon"]}, "no_such_question": {"value": "yes"}}
    file.write_text(json.dumps({"plan_version": 1, "title": 7, "answers": answers}))
    reader.press("Import a plan…")
    reader.find_focus("text", "File name:")
    program.screen.type(str(file))
    reader.press("Choose")
    reader.find("dialog", "This file cannot be taken")
    reader.find("label", has="pigeon")
    reader.find("label", has="no_such_question")
    reader.find("label", has="title")
    reader.find("push button", "Choose another file")
    reader.press("Close")
    reader.find_gone("dialog")
    reader.find("heading", has="See what your peer support may do")
    reported(program)


def test_a_failed_save_keeps_the_answer_and_can_be_tried_again(
    program: RealProgram, reported: Reported
) -> None:
    reader = program.reader
    open_questions(program)
    other = sqlite3.connect(program.home / "plans.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reader.toggle("radio button", MOTHERS)
    reader.find("label", has="Not saved")
    assert "checked" in reader.find("radio button", MOTHERS).states
    other.execute("ROLLBACK")
    other.close()
    reader.forget()
    reader.press("Try to save again")
    reader.hear("Saved")
    reader.press("Go to the list of questions")
    reader.find("label", has=ONE_ANSWERED)
    reported(program, "database refused: busy", "a change was not saved: busy")


def test_what_was_said_to_be_saved_survives_a_program_that_is_killed(
    start: Start, program: RealProgram, reported: Reported
) -> None:
    open_questions(program)
    program.reader.forget()
    program.reader.toggle("radio button", MOTHERS)
    program.reader.hear("Saved")
    program.process.kill()
    program.process.wait()
    again = start()
    again.reader.find("list item", has="Sunrise")
    again.reader.find_focus("push button", has="Go on with Sunrise")
    again.screen.keys("Return")
    again.reader.find("heading", has="Page ")
    again.screen.keys("Escape")
    again.reader.find("label", has=ONE_ANSWERED)
    reported(again)


def test_a_bug_is_shown_calmly_and_without_a_persons_words(start: Start) -> None:
    program = start("--break-notes")
    reader = program.reader
    reader.find_focus("push button", "Start a plan")
    open_questions(program)
    reader.toggle("radio button", MOTHERS)
    reader.hear("Saved")
    reader.press(has="Add a note: ")
    reader.take_focus("text", has="Your note")
    reader.find_focus("text", has="Your note")
    program.screen.type(SECRET)
    reader.find("dialog", "Something went wrong in the program")
    reader.press("Details for a report")
    details = reader.find("text", "Details for a report").text or ""
    assert "ValueError" in details
    assert "metered.py" in details
    assert SECRET.split()[1] not in details
    reader.press("Go on")
    reader.find_gone("dialog")
    reader.press("Go to the list of questions")
    reader.find("label", has=ONE_ANSWERED)
    assert SECRET.split()[1] not in program.errors.read_text(encoding="utf-8")


def test_plans_whose_file_has_vanished_come_back_from_a_copy(
    start: Start, program: RealProgram, reported: Reported
) -> None:
    open_questions(program)
    program.reader.forget()
    program.reader.toggle("radio button", MOTHERS)
    program.reader.hear("Saved")
    reported(program)
    (program.home / "plans.db").unlink()
    again = start()
    again.reader.find("dialog", "Your plans cannot be opened")
    again.reader.find("label", has="copies of it are")
    again.reader.press("Put this copy back")
    again.reader.find_gone("dialog")
    again.reader.find("list item", has="Sunrise")
    reported(again)


def test_a_damaged_file_is_called_so_and_a_copy_takes_its_place(
    start: Start, program: RealProgram, reported: Reported
) -> None:
    open_questions(program)
    program.reader.forget()
    program.reader.toggle("radio button", MOTHERS)
    program.reader.hear("Saved")
    reported(program)
    file = program.home / "plans.db"
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    again = start()
    again.reader.find("dialog", "Your plans cannot be opened")
    again.reader.find("label", has="damaged")
    again.reader.press("Put this copy back")
    again.reader.find_gone("dialog")
    again.reader.find("list item", has="Sunrise")
    reported(again, "database refused: damaged")
