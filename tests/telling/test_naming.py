import pytest

from advisor.models.ids import PlanId
from advisor.models.plan import Plan
from advisor.telling.naming import file_name, title_of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lowmere listeners", "Lowmere listeners.pdf"),
        ("Mothers/babies: 2026?", "Mothers babies 2026.pdf"),
        ("Gwên i Famau", "Gwên i Famau.pdf"),
        ("///", "Plan.pdf"),
        ("", "Plan.pdf"),
        ("x" * 300, "x" * 60 + ".pdf"),
        ("word " * 11 + "cut here", "word " * 11 + "cut.pdf"),
        ("word " * 11 + "whole", "word " * 11 + "whole.pdf"),
    ],
)
def test_a_file_is_named_after_its_plan_so_that_every_system_takes_it(
    title: str, name: str
) -> None:
    assert file_name(title, "pdf") == name


def test_a_title_that_nobody_would_see_is_none() -> None:
    assert title_of(Plan(id=PlanId("plan"), title="\u202a \u200b")) == "Plan without a title"
