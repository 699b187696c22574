"""A room without a program, for tests of one desk."""

from ui.awake.tasks import Worker
from ui.room import Room
from ui.shell.files import FileAsker
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.refusals import Refusals
from ui.theme.theme import Theme


def room_of(theme: Theme, window: MainWindow, worker: Worker) -> Room:
    """Return a room in which one worker does everything."""
    notices = Notices(window.notice)
    return Room(
        theme=theme,
        window=window,
        notices=notices,
        refusals=Refusals(theme, window, notices),
        files=FileAsker(theme, window),
        storage=worker,
        thinker=worker,
        printer=worker,
    )
