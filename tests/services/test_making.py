"""Papers that are made in a process of its own."""

import datetime
import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from advisor import apart
from advisor.apart import Apart
from advisor.aside import Aside
from advisor.errors import ExportError
from advisor.models.advice import Advice
from advisor.models.pack import Pack
from advisor.models.papers import PaperFormat, PaperKind, PaperWish
from advisor.models.plan import Plan
from advisor.paper.papers import paper_of
from advisor.rules.engine import advise
from advisor.services import papers
from advisor.services.advisor import Advisor
from advisor.services.making import file_of, get_ready, made, pages_of
from tests.support.shipped import all_plans, shipped_pack
from tests.support.waiting import PATIENCE_SECONDS

MADE_AT = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)
AGREEMENT = PaperWish(kind=PaperKind.GROUP_AGREEMENT)


@cache
def advised(*, fits: bool) -> tuple[Plan, Advice]:
    """A plan for which there is a group agreement, or one for which there is none."""
    pack = shipped_pack()
    told = ((plan, advise(pack, plan)) for plan in all_plans().values())
    row = paper_of(AGREEMENT.kind)
    return next(each for each in told if bool(row.refusal(pack, *each)) is not fits)


@pytest.fixture
def process() -> Iterator[Apart]:
    started = Apart(idle_seconds=PATIENCE_SECONDS)
    yield started
    started.close()


def goes_wrong(pack: Pack, wish: PaperWish) -> tuple[bytes, ...]:
    raise ValueError(pack.version, wish.kind)


@pytest.mark.parametrize("form", [PaperFormat.PDF, PaperFormat.DOCX])
def test_a_paper_is_the_same_to_the_byte_wherever_it_is_made(
    process: Apart, form: PaperFormat
) -> None:
    wish = PaperWish(kind=AGREEMENT.kind, form=form)
    given = (wish, *advised(fits=True), MADE_AT)

    there = made(process, file_of, shipped_pack(), *given)

    assert process.is_running
    assert there == made(None, file_of, shipped_pack(), *given)


def test_pages_are_the_same_in_a_process_that_was_made_ready(process: Apart) -> None:
    given = (AGREEMENT, *advised(fits=True), MADE_AT, 20.0)
    process(get_ready, AGREEMENT.kind)
    process(get_ready, PaperKind.ANNEX)

    there = made(process, pages_of, shipped_pack(), *given)

    assert there == made(None, pages_of, shipped_pack(), *given)


def test_a_paper_that_there_is_none_of_is_refused_as_it_is_here(process: Apart) -> None:
    given = (AGREEMENT, *advised(fits=False), MADE_AT)
    with pytest.raises(ExportError) as here:
        made(None, file_of, shipped_pack(), *given)

    with pytest.raises(ExportError) as there:
        made(process, file_of, shipped_pack(), *given)

    assert process.is_running
    assert vars(there.value) == vars(here.value)


def test_a_fault_there_is_raised_here_where_it_is_heard(process: Apart) -> None:
    with pytest.raises(ValueError, match="group"):
        made(process, goes_wrong, shipped_pack(), AGREEMENT)

    assert process.is_running


def test_a_process_that_does_not_start_is_told_to_whoever_wants_the_paper(
    process: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_MODULE", "advisor.no_such_module")

    with pytest.raises(ExportError, match="could not be made"):
        made(process, file_of, shipped_pack(), AGREEMENT, *advised(fits=True), MADE_AT)


def test_why_a_checklist_has_no_form_fields_is_kept_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def flat(*_given: object) -> tuple[bytes, ...]:
        return b"%PDF", b"links and fields differ"

    monkeypatch.setattr(papers, "file_of", flat)
    wish = PaperWish(kind=PaperKind.CHECKLIST, fillable=True)

    with Advisor.open(tmp_path / "plans.db") as advisor, caplog.at_level(logging.WARNING):
        written = advisor.papers.write(wish, *advised(fits=True), tmp_path / "flat.pdf")

    assert not written
    assert "a flat copy instead: links and fields differ" in caplog.text


@pytest.mark.parametrize("has_room", [True, False])
def test_many_pages_lie_in_a_file_where_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_room: bool
) -> None:
    def full(_pages: object) -> Aside:
        raise OSError(28, "No space left on device")

    given = (AGREEMENT, *advised(fits=True))
    with Advisor.open(tmp_path / "plans.db") as advisor:
        held = advisor.papers.preview(*given, ppi=20)
        monkeypatch.setattr(papers, "_MOST_HELD", 0)
        if not has_room:
            monkeypatch.setattr(papers, "Aside", full)
        many = advisor.papers.preview(*given, ppi=20)

    assert isinstance(held, tuple)
    assert isinstance(many, Aside) is has_room
    assert tuple(many) == held
