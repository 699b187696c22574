from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.shell.files import FileAsker, file_name
from ui.theme.theme import Theme

Show = Callable[[QWidget], None]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lowmere listeners", "Lowmere listeners.pdf"),
        ("Mothers/babies: 2026?", "Mothers babies 2026.pdf"),
        ("Gwên i Famau", "Gwên i Famau.pdf"),
        ("///", "Plan.pdf"),
        ("", "Plan.pdf"),
        ("x" * 300, "x" * 60 + ".pdf"),
    ],
)
def test_a_file_is_named_after_its_plan_so_that_every_system_takes_it(
    title: str, name: str
) -> None:
    assert file_name(title, "pdf") == name


@pytest.fixture
def asker(theme: Theme, show: Show) -> FileAsker:
    window = QWidget()
    show(window)
    return FileAsker(theme, window)


def test_the_file_that_was_chosen_is_passed_on(asker: FileAsker, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = asker.ask_open("Import", "Plans (*.json)", chosen.append)

    dialog.fileSelected.emit(str(tmp_path / "plan.json"))
    dialog.reject()

    assert chosen == [tmp_path / "plan.json"]


def test_saving_asks_before_a_file_is_written_over(asker: FileAsker) -> None:
    dialog = asker.ask_save("Save", "PDF (*.pdf)", "Lowmere.pdf", lambda _: None)

    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.reject()


def test_nothing_is_passed_on_when_nothing_was_chosen(asker: FileAsker) -> None:
    chosen: list[Path] = []
    dialog = asker.ask_open("Import", "Plans (*.json)", chosen.append)

    dialog.reject()

    assert chosen == []


def test_a_dialog_begins_where_the_last_file_was(asker: FileAsker, tmp_path: Path) -> None:
    first = asker.ask_open("Import", "Plans (*.json)", lambda _: None)
    first.fileSelected.emit(str(tmp_path / "plan.json"))
    first.reject()

    second = asker.ask_save("Save", "PDF (*.pdf)", "Lowmere.pdf", lambda _: None)

    assert Path(second.directory().absolutePath()) == tmp_path
    second.reject()
