"""Whether a window can open, and the main job where none can: advice on an example, on paper."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from advisor import language, locations
from advisor.errors import AdvisorError
from advisor.language import _
from advisor.models.values import Value

EXAMPLE = "03-closed-eight-week-group.json"
CHECKLIST = "example-checklist.pdf"
_PLAN_FILE = ".json"


def has_display(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown: always on Windows and macOS, with a display on Linux."""
    if platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


class Wanted(Value):
    """The window as it is wanted: on another database than the person's own, with a plan file."""

    database: str | None = None
    file: Path | None = None


def window_wanted(words: Sequence[str]) -> Wanted | None:
    """Return how the window is to open, or None where a command is meant."""
    match words:
        case [] if locations.COMPLETING not in os.environ:
            return Wanted()
        case ["--database", address]:
            return Wanted(database=address)
        case [word] if word.startswith("--database="):
            return Wanted(database=word.partition("=")[2])
        case [name] if name.endswith(_PLAN_FILE):
            return Wanted(file=Path(name))
        case _:
            return None


def refused(wanted: Wanted) -> str:
    """Return why no window can open as it is wanted, or "" where one can."""
    # The window on a person's own plans needs neither commands nor SQLAlchemy before its picture.
    from advisor.cli.options import address_without_password  # noqa: PLC0415

    language.use(language.preferred(), locations.locale_folder())
    if not has_display():
        return _("There is no display, so no window can open.")
    try:
        if wanted.database is not None:
            address_without_password(wanted.database)
    except AdvisorError as error:
        return error.message
    return ""


def run_headless() -> int:
    """Advise on the example plan, print the advice and write the checklist here."""
    import click  # noqa: PLC0415 - the window needs no commands

    from advisor.cli.run import run  # noqa: PLC0415 - as above

    click.echo(
        _(
            "There is no display, so no window can open. Here is the advice on an example plan; "
            "`{command}` tells what else works without a window."
        ).format(command=locations.command("--help"))
        + "\n"
    )
    example = locations.examples_folder() / EXAMPLE
    checklist = Path.cwd() / CHECKLIST
    return run(["advise", str(example), "--checklist", str(checklist)])
