"""Pictures of two ways through the code, made from the code's own imports.

``make ways`` writes them into ``ARCHITECTURE.md``; ``tests/test_ways.py`` holds them there. A box
is a module, in the order in which the way passes it; an arrow says that one imports the other.
The pictures are Mermaid, which code hosts and editors draw.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "ARCHITECTURE.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way through the code: a name, and the modules that it passes with what each does."""

    name: str
    modules: dict[str, str]


CLICK = Way(
    name="click",
    modules={
        "ui.wizard.inputs": "says what was chosen, as an answer",
        "ui.wizard.question_box": "knows whose answer it is",
        "ui.wizard.section_wizard": "shows the page, and the next one that has something to ask",
        "ui.plan.questions_desk": "takes the answer to the open plan",
        "ui.plan.open_plan": "changes the draft, has it saved, asks for advice",
        "advisor.interview.draft": "the plan so far, and every step that can be undone",
        "ui.plan.saver": "saves one entry after the other and loses none",
        "ui.awake.tasks": "works off the window's thread",
        "advisor.services.plans": "one change of the person, one transaction",
        "advisor.storage.plans": "entries as rows, with their versions",
        "advisor.storage.edits": "checks a change against the newest version; keeps its history",
        "advisor.services.advisor": "asks the rules about the stored evidence",
        "advisor.rules.engine": "judges every rule, exact over open answers",
        "advisor.telling.news": "puts into words what the answer changed",
        "ui.plan.session": "hands the advice to the page that is looked at",
        "ui.plan.live_panel": "paints the advice so far",
    },
)
PAPER = Way(
    name="paper",
    modules={
        "ui.paper.page": "which paper, and how it is wanted",
        "ui.paper.paper_desk": "plan and advice as the window has them, of one moment",
        "ui.awake.tasks": "works off the window's thread",
        "advisor.services.papers": "has it made, and writes it",
        "advisor.apart": "carries it to a process that can go again",
        "advisor.services.making": "composes and draws, the same there and here",
        "advisor.paper.papers": "the table of papers",
        "advisor.paper.composing": "what composes each paper",
        "advisor.paper.checklist": "lays out told values as blocks",
        "advisor.telling.poster": "the first page in words, told once",
        "advisor.models.document": "title, headings, tables, boxes to tick: what a reader needs",
        "advisor.pdf.rendering": "tagged PDF, or pictures of the same pages",
        "advisor.pdf.typesetting": "blocks as plain values for the template",
        "advisor.files": "written whole or not at all",
    },
)
WAYS = (CLICK, PAPER)


def path_of(module: str) -> Path:
    """Return the file of a module."""
    return (ROOT / module.replace(".", "/")).with_suffix(".py")


def imported_by(module: str) -> set[str]:
    """Return the modules that a module imports, inside functions and for types only too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path_of(module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def arrows(modules: Sequence[str]) -> list[tuple[int, int]]:
    """Return which of some modules import which, by their places."""
    return [
        (place, other)
        for place, module in enumerate(modules)
        for other, known in enumerate(modules)
        if known != module and known in imported_by(module)
    ]


def drawn(way: Way) -> str:
    """Return the picture of a way."""
    modules = list(way.modules)
    lines = ["```mermaid", "flowchart TB"]
    for place, (module, does) in enumerate(way.modules.items()):
        lines.append(f'    m{place}["{place + 1} · <b>{module}</b><br/>{does}"]')
    lines += [f"    m{one} --> m{other}" for one, other in arrows(modules)]
    return "\n".join([*lines, "```"])


def marks(way: Way) -> tuple[str, str]:
    """Return the lines between which a picture stands."""
    name = way.name
    return f"<!-- way of a {name}: made by make ways -->", f"<!-- end of way of a {name} -->"


def with_pictures(page: str) -> str:
    """Return a page with each picture drawn again between its marks."""
    for way in WAYS:
        begin, end = marks(way)
        before, _, rest = page.partition(begin)
        _old, _, after = rest.partition(end)
        page = f"{before}{begin}\n{drawn(way)}\n{end}{after}"
    return page


def apart(way: Way) -> Iterator[str]:
    """Yield the modules of a way that no arrow ties to the rest of it."""
    modules = list(way.modules)
    tied = {place for pair in arrows(modules) for place in pair}
    yield from (module for place, module in enumerate(modules) if place not in tied)


if __name__ == "__main__":
    PAGE.write_text(with_pictures(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
