from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.shell.files import FileAsker
from ui.theme.theme import Theme

Show = Callable[[QWidget], None]


@pytest.fixture
def asker(theme: Theme, show: Show) -> FileAsker:
    window = QWidget()
    show(window)
    return FileAsker(theme, window)


@pytest.mark.parametrize(
    "files", [pytest.param([Path("plan.json")], id="one"), pytest.param([], id="none")]
)
def test_the_file_that_was_chosen_is_passed_on_and_nothing_else(
    asker: FileAsker, files: list[Path]
) -> None:
    chosen: list[Path] = []
    dialog = asker.ask_open("Import", "Plans (*.json)", chosen.append)

    for file in files:
        dialog.fileSelected.emit(str(file))
    dialog.reject()

    assert chosen == files


def test_saving_asks_before_a_file_is_written_over(asker: FileAsker) -> None:
    dialog = asker.ask_save("Save", "PDF (*.pdf)", "Lowmere.pdf", lambda _: None)

    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.reject()


def test_a_dialog_begins_where_the_last_file_was(asker: FileAsker, tmp_path: Path) -> None:
    first = asker.ask_open("Import", "Plans (*.json)", lambda _: None)
    first.fileSelected.emit(str(tmp_path / "plan.json"))
    first.reject()

    second = asker.ask_save("Save", "PDF (*.pdf)", "Lowmere.pdf", lambda _: None)

    assert Path(second.directory().absolutePath()) == tmp_path
    second.reject()
