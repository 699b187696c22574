"""Lets many programs write into one plan at the same time, and counts the words that are gone."""

from collections import Counter

from advisor.storage import past, plans
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.writing import empty, name_of, questions
from tests.support.programs import python


def write_together(
    database: Database, url: str, writers: int, saves: int, *control: str
) -> Counter[str]:
    """Let so many programs add so many words each; count what was saved, met and lost."""
    answers = max(1, writers // 2)
    plan = empty(things.plan(), answers)
    database.write(lambda connection: plans.add_plan(connection, plan, asked=1))
    with python(
        "tests.storage.writing", url, plan.id, saves, writers, answers, *control
    ) as writing:
        said, _ = writing.communicate()
    assert writing.returncode == 0
    with database.reading() as connection:
        there = plans.plan(connection, plan.id, damaged_too=True)
        troubles = list(past.troubles(connection, plan.id))
    words = Counter(word for each in questions(answers) for word in there.answer(each).note.split())
    added = {f"{name_of(writer)}.{save}" for writer in range(writers) for save in range(saves)}
    found = Counter({"saved": len(added & words.keys()), "met": int(said)})
    found["lost"] = len(added - words.keys())
    found["history that does not add up"] = len(troubles)
    found["doubled"] = words.total() - len(words)
    return +found
