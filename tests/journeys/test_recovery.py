"""What a person sees and keeps when something goes wrong."""

import json
import sqlite3
from pathlib import Path

import pytest

from advisor.models.ids import OptionId
from tests.journeys.conftest import Reported, Start
from tests.proofs.proof import compiled, lacks_compiler
from tests.support.real_program import RealProgram
from tests.support.shipped import progress_with

pytestmark = pytest.mark.journey

FOR_MOTHERS = progress_with(people=OptionId("mothers"))
MOTHERS = "Mothers and parents who gave birth"
WITH_SUNRISE = "1 plan: “Sunrise”."
ONE_ANSWERED = f"1 of {FOR_MOTHERS.asked} answered"
NOTE = "From the ward"
SECRET = "Mrs Hollowell told us"


def open_questions(program: RealProgram) -> None:
    reader = program.reader
    reader.press("Start a plan")
    reader.find_focus("text")
    program.screen.type("Sunrise")
    reader.press("Start")
    reader.find_focus("heading", has="Page 1 of ")


def test_a_refused_file_shows_all_its_faults_and_a_way_on(
    program: RealProgram, reported: Reported
) -> None:
    reader, file = program.reader, program.documents / "plan.json"
    answers = {"formats": {"value": ["pigeon"]}, "no_such_question": {"value": "yes"}}
    file.write_text(json.dumps({"plan_version": 1, "title": 7, "answers": answers}))
    reader.press("Import a plan…")
    program.choose_file(file.name)
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
    answer(program)
    program.process.kill()
    program.process.wait()
    again = start()
    go_on(again)
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
    reader.press(has="Note: ")
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


def saved_and_closed(program: RealProgram, reported: Reported) -> None:
    """Begin a plan, answer a question, and close the window once that is saved."""
    open_questions(program)
    answer(program)
    reported(program)


def answer(program: RealProgram) -> None:
    program.reader.forget()
    program.reader.toggle("radio button", MOTHERS)
    program.reader.hear("Saved")


def test_plans_whose_file_has_vanished_come_back_from_a_copy(
    start: Start, program: RealProgram, reported: Reported
) -> None:
    saved_and_closed(program, reported)
    (program.home / "plans.db").unlink()

    put_back(again := start(), "copies of it are")
    reported(again)


def test_a_damaged_file_is_called_so_and_a_copy_takes_its_place(
    start: Start, program: RealProgram, reported: Reported
) -> None:
    saved_and_closed(program, reported)
    file = program.home / "plans.db"
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))

    put_back(again := start(), "damaged")
    reported(again, "database refused: damaged")


def put_back(program: RealProgram, why: str) -> None:
    """Put the newest copy back when the plans cannot be opened, and see the plan again."""
    program.reader.find("dialog", "Your plans cannot be opened")
    program.reader.find("label", has=why)
    program.reader.press("Put this copy back")
    program.reader.find_gone("dialog")
    program.reader.find("list item", has="Sunrise")


def test_plans_go_back_to_a_copy_and_forward_again(
    program: RealProgram, reported: Reported
) -> None:
    reader, keys = program.reader, program.screen.keys
    open_questions(program)
    answer(program)
    show_copies(program)
    keys("alt+m")
    reader.wait(lambda: WITH_SUNRISE in held_by_copies(program), "copy with the plan")
    keys("Escape")
    reader.find_gone("dialog")
    keys("ctrl+n")
    reader.find_focus("text", "What is the programme called?")
    program.screen.type("Highmere")
    keys("Return")
    reader.find_focus("heading", has="Page 1 of ")

    show_copies(program)
    assert held_by_copies(program)[0] == WITH_SUNRISE
    reader.find_focus("radio button")
    keys("space")
    keys("alt+p")
    reader.find("label", has="These are your plans of ")
    reader.find("list item", has="Sunrise")
    reader.find_gone("list item", has="Highmere")

    keys("alt+u")
    reader.find("list item", has="Highmere")
    reader.find("list item", has="Sunrise")
    reported(program)


def held_by_copies(program: RealProgram) -> list[str]:
    """Say what each copy holds, the newest first, as the dialog does."""
    dialog = program.reader.every("radio button", has=" 20")
    return [each.description.partition(" Kept")[0] for each in dialog]


def show_copies(program: RealProgram) -> None:
    program.reader.press("Preferences")
    program.reader.find_focus("heading", "Preferences")
    program.reader.press("Show the copies…")
    program.reader.find("dialog", "Copies and restore")


def test_an_answer_that_finds_the_disk_full_is_saved_once_there_is_room(
    start: Start, reported: Reported, tmp_path: Path
) -> None:
    full = tmp_path / "full"
    program = start(**finding_the_disk_full(tmp_path, full))
    reader = program.reader
    reader.find_focus("push button", "Start a plan")
    open_questions(program)

    full.touch()
    reader.toggle("radio button", MOTHERS)
    reader.hear("The disk is full")
    write_a_note(program, NOTE)
    reader.press("Try to save again")
    assert "checked" in reader.find("radio button", MOTHERS).states
    assert reader.find("text", has="Your note").text == NOTE
    assert len([said for said in reader.announcements if "disk is full" in said]) == 1

    reader.forget()
    full.unlink()
    reader.hear("Saved")
    reported(program, "disk-full", "the disk is full")
    again = start()
    go_on(again)
    assert again.reader.find("text", has="Your note").text == NOTE
    assert "checked" in again.reader.find("radio button", MOTHERS).states
    reported(again)


def finding_the_disk_full(folder: Path, full: Path) -> dict[str, str]:
    """Return what a program is started with to find its disk full while a file is there."""
    if reason := lacks_compiler():
        pytest.fail(f"a full disk could not be tried: {reason}")
    shim = compiled(Path(__file__).with_name("full_disk.c"), folder)
    home = str(folder / "program" / "home")
    return {"LD_PRELOAD": str(shim), "FULL_FOLDER": home, "FULL_WHILE": str(full)}


def write_a_note(program: RealProgram, words: str) -> None:
    program.reader.press(has="Note: ")
    program.reader.take_focus("text", has="Your note")
    program.reader.find_focus("text", has="Your note")
    program.screen.type(words)


def go_on(program: RealProgram) -> None:
    """Go on with the plan where it was left, on the page of its first question."""
    program.reader.find("list item", has="Sunrise")
    program.reader.find_focus("push button", has="Go on with Sunrise")
    program.screen.keys("Return")
    program.reader.find("heading", has="Page ")
