"""Files about several plans, the guide and the privacy sheet, made in a process of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from advisor.models.judged import PlanSummary
from advisor.models.papers import PaperSize, TableFormat
from advisor.models.plan import Plan
from advisor.services import guide, privacy, several
from advisor.services.advisor import Advisor
from tests.support.shipped import all_plans

Made = dict[str, bytes]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Advisor]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    with Advisor.open() as advisor:
        for plan in list(all_plans().values())[:2]:
            advisor.plans.add(plan)
        yield advisor


@pytest.fixture
def there(here: Advisor) -> Iterator[Advisor]:
    """The same plans in a program that makes papers in a process of its own."""
    with Advisor.open() as advisor:
        advisor.work_apart()
        yield advisor


def all_made(advisor: Advisor, path: Path) -> Made:
    """Everything that can be made of two plans."""
    summaries = advisor.plans.summaries()
    before, after = (advisor.plans.plan(each.id) for each in summaries)
    return dict(_all_made(advisor, summaries, (before, after), path))


def _all_made(
    advisor: Advisor, summaries: tuple[PlanSummary, ...], two: tuple[Plan, Plan], path: Path
) -> Iterator[tuple[str, bytes]]:
    beside = advisor.side_by_side
    for form in TableFormat:
        beside.write_comparison(form, *two, path, overwrite=True)
        yield f"comparison {form}", path.read_bytes()
        beside.write_portfolio(form, summaries, path, overwrite=True)
        yield f"portfolio {form}", path.read_bytes()
    yield "pages of two", b"".join(beside.comparison_pages(*two, size=PaperSize.A4, ppi=20))
    yield "pages of all", b"".join(beside.portfolio_pages(summaries, size=PaperSize.A4, ppi=20))


def test_files_of_several_plans_are_the_same_and_none_is_composed_here(
    here: Advisor, there: Advisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = all_made(here, tmp_path / "here")
    monkeypatch.delattr(several, "told_comparison")
    monkeypatch.delattr(several, "told_portfolio")

    assert all_made(there, tmp_path / "there") == expected


@pytest.mark.parametrize(
    ("module", "write"), [(guide, guide.write_guide), (privacy, privacy.write_privacy)]
)
def test_the_guide_and_the_privacy_sheet_are_the_same_and_not_set_here(
    here: Advisor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    write: Callable[..., None],
) -> None:
    write(tmp_path / "here.pdf")
    monkeypatch.delattr(module, "pdf_of")

    write(tmp_path / "there.pdf", is_apart=True)

    assert (tmp_path / "there.pdf").read_bytes() == (tmp_path / "here.pdf").read_bytes()
