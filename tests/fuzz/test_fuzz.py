"""Broken files, packs, forms, addresses, days and commands end in words, never in a bug.

A few examples with the tests; ``make fuzz`` tries ten thousand of each.
"""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.cli.run import run
from tests.fuzz.targets import TARGETS, fields_of, seeds

# With the tests a few; the profile of make fuzz says how many more.
FEW = settings(max_examples=max(20, settings().max_examples // 5))
COSTLY = settings(
    max_examples=max(10, settings().max_examples // 50),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
COMMANDS = "advise backup compare doctor evidence guide paper plans portfolio privacy questions"
WORDS = [
    *COMMANDS.split(),
    *("restore", "what-if", "import", "list", "show", "export", "delete", "checklist", "all"),
    *("--format", "json", "csv", "-o", "out.pdf", "out", "--paper", "a4", "--help", "--version"),
    *("plan.json", "missing.json", "--database", "own.db", "--erase", "--overwrite", "1", "-1", ""),
]


@st.composite
def broken(draw: st.DrawFn, name: str) -> bytes:
    """A good input with pieces changed, cut out, doubled and put in, or bytes of no sense."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=400))
    content = bytearray(draw(st.sampled_from(seeds(name))))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        end = min(len(content), at + draw(st.sampled_from([0, 1, 2, 16, 300])))
        piece = bytes(content[at:end])
        kinds = st.sampled_from([b"", piece * 2, piece[::-1], b"\0" * len(piece)])
        content[at:end] = draw(st.one_of(kinds, st.binary(max_size=8)))
    return bytes(content)


@pytest.mark.parametrize("name", TARGETS)
@FEW
@given(data=st.data())
def test_broken_input_is_read_or_refused(name: str, data: st.DataObject) -> None:
    TARGETS[name](data.draw(broken(name)))


TEXTS = st.text(max_size=60)
NAMES = st.one_of(
    TEXTS,
    st.builds(
        "{}:{}".format,
        st.sampled_from(["done", "owner", "due", "note", "reason", "gate"]),
        st.one_of(st.sampled_from(["safe-01", "G01", ""]), TEXTS),
    ),
)
FIELD = st.fixed_dictionaries(
    {
        key: st.lists(TEXTS, max_size=3)
        for key in ("values", "printed", "appearances", "states", "exported")
    }
)


@given(
    plan=st.one_of(st.just("00000000-0000-4000-8000-000000000000"), TEXTS),
    printed=st.one_of(st.just("{}"), st.just('{"owner:safe-01": "Ruth"}'), TEXTS),
    fields=st.dictionaries(NAMES, FIELD, max_size=6),
    lost=st.integers(0, 3),
)
def test_whatever_stands_in_the_fields_of_a_form_is_read_or_refused(
    plan: str, printed: str, fields: dict[str, object], lost: int
) -> None:
    fields_of({"plan": plan, "printed": printed, "fields": fields, "lost": lost})  # type: ignore[typeddict-item]


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("commands")


@COSTLY
@given(
    command=st.sampled_from(COMMANDS.split()),
    words=st.lists(
        st.one_of(st.sampled_from(WORDS), st.text(alphabet="abc-=é\u202e0 ", max_size=8)),
        max_size=5,
    ),
)
def test_whatever_words_a_command_gets_it_ends_with_a_code(
    apart: Path, monkeypatch: pytest.MonkeyPatch, command: str, words: list[str]
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(apart / "home"))
    said = io.StringIO()
    with contextlib.chdir(apart), contextlib.redirect_stderr(said):
        code = run([command, *words])

    assert code in (0, 1, 2)
    assert "Traceback" not in said.getvalue()
