"""Every proof at its short count: it holds, and its control is caught."""

from functools import partial
from pathlib import Path

import pytest

from tests.proofs import team
from tests.proofs.__main__ import PROOFS, asked, holds
from tests.proofs.proof import Found, Proof, Run, sizes

ON_A_SERVER = (team.SERVER_WRITERS, team.COMMITS, team.CRASHES)
EVERY = [
    pytest.param(proof, id=proof.name, marks=[pytest.mark.postgres] * (proof in ON_A_SERVER))
    for proof in PROOFS
]


def skip_where_it_cannot_be_tried(proof: Proof) -> None:
    reason = proof.lacks()
    if reason:
        pytest.skip(reason)


@pytest.mark.parametrize("proof", EVERY)
def test_what_is_promised_holds(proof: Proof, tmp_path: Path) -> None:
    skip_where_it_cannot_be_tried(proof)

    found = proof.work(Run(folder=tmp_path, count=proof.short))

    assert (proof.broken(found), proof.missing(found)) == ([], [])


@pytest.mark.parametrize("proof", EVERY)
def test_what_breaks_the_promise_is_caught(proof: Proof, tmp_path: Path) -> None:
    skip_where_it_cannot_be_tried(proof)

    assert proof.broken(proof.control(tmp_path))


def _try(found: Found, run: Run) -> Found:
    if not run.until():
        run.tell(run.count)
    return found


def a_proof(work: Found, control: Found, lacks: str = "") -> Proof:
    return Proof(
        name="made-up",
        what="tries",
        short=1,
        long=2,
        work=partial(_try, work),
        control=lambda _: control,
        held=frozenset({"kept"}),
        wanted=frozenset({"kept"}),
        lacks=lambda: lacks,
    )


@pytest.mark.parametrize(
    ("proof", "says"),
    [
        (a_proof(Found(kept=2), Found(lost=1)), "made-up: holds: 2 tries"),
        (a_proof(Found(kept=1, lost=1), Found(lost=1)), "FAILED (lost 1)"),
        (a_proof(Found(), Found(lost=1)), "FAILED (no 'kept')"),
        (a_proof(Found(kept=2), Found(kept=1)), "FAILED (the control was not caught)"),
        (a_proof(Found(kept=2), Found(lost=1), "no disk"), "NOT TRIED: no disk"),
    ],
)
def test_only_a_proof_that_tried_and_whose_control_was_caught_holds(
    proof: Proof, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    held = holds(proof, 2, 1)

    assert says in capsys.readouterr().out
    assert held == ("holds" in says)


def test_a_proof_whose_time_was_over_does_not_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert not holds(a_proof(Found(kept=1), Found(lost=1)), 2, 1, seconds=0)

    assert "FAILED (the time was over before all 2 were tried): 0 tries" in capsys.readouterr().out


def test_a_count_of_ones_own_is_tried() -> None:
    assert asked(["kills=7"], short=False) == [(PROOFS[0], 7)]
    assert asked(["kills"], short=True) == [(PROOFS[0], PROOFS[0].short)]
    assert [count for _, count in asked([], short=False)] == [proof.long for proof in PROOFS]
    with pytest.raises(SystemExit, match="kicks"):
        asked(["kicks"], short=False)


def test_batches_make_up_the_count() -> None:
    assert list(sizes(250, 100)) == [100, 100, 50]
    assert list(sizes(3, 5)) == [3]
