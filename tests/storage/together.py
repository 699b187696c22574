"""Lets many programs write into one plan at the same time, and counts the words that are gone."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from subprocess import Popen

from advisor.storage import past, plans
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.writing import empty, questions
from tests.support.programs import python


def write_together(
    database: Database, url: str, writers: int, saves: int, *control: str
) -> Counter[str]:
    """Let so many programs add so many words each; count what was saved, met and lost."""
    answers = max(1, writers // 4)
    plan = empty(things.plan(), answers)
    database.write(lambda session: plans.add_plan(session, plan, asked=1))
    names = [f"w{number}" for number in range(writers)]
    with ExitStack() as running:
        programs = [
            running.enter_context(
                python("tests.storage.writing", url, plan.id, saves, name, answers, *control)
            )
            for name in names
        ]
        for program in programs:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
        met = sum(map(int, _said(programs)))
    with database.reading() as session:
        there = plans.plan(session, plan.id, damaged_too=True)
        troubles = list(past.troubles(session, plan.id))
    words = Counter(word for each in questions(answers) for word in there.answer(each).note.split())
    added = {f"{name}.{number}" for name in names for number in range(saves)}
    found = Counter({"saved": len(added & words.keys()), "met": met})
    found["lost"] = len(added - words.keys())
    found["history that does not add up"] = len(troubles)
    found["doubled"] = words.total() - len(words)
    return +found


def _said(programs: list["Popen[str]"]) -> Iterator[str]:
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        said, _ = program.communicate()
        assert program.returncode == 0
        yield said
