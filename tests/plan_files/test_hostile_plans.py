"""Files that nobody means well with are refused quickly, in one way and one clear sentence."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.errors import PlanRefused
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.plan_files.reading import read_plan

GOOD = b'{"plan_version": 1, "title": "Amberfield", "answers": {}}'
UUID = "00000000-0000-4000-8000-000000000000"


def with_title(written: str) -> bytes:
    """A plan with a title as it is written in JSON, quotes included."""
    return f'{{"plan_version": 1, "title": {written}, "answers": {{}}}}'.encode()


def with_size(written: str) -> bytes:
    return f'{{"plan_version": 1, "title": "x", "answers": {{"size": {written}}}}}'.encode()


def with_more(written: str) -> bytes:
    return f'{{"plan_version": 1, "title": "x", "answers": {{}}, {written}}}'.encode()


def nested(depth: int, *, closed: bool = True) -> bytes:
    inside = b"[" * depth + b"]" * depth * closed
    return b'{"plan_version": 1, "title": "x", "answers": {"formats": ' + inside + b"}}"


BYTES = {
    "empty": (b"", "It is empty."),
    "spaces": (b"  ", "It is empty."),
    "zeros": (b"\0" * 64, "It is no plan file."),
    "cut in half": (GOOD[:30], "It cannot be read at line 1"),
    "junk behind": (
        GOOD + b" x",
        "It cannot be read at line 1, column 59: extra data. Was it changed by hand?",
    ),
    "two documents": (
        GOOD + b"\n" + GOOD,
        "It cannot be read at line 2, column 1: extra data. Was it changed by hand?",
    ),
    "half of utf-16": (GOOD.decode().encode("utf-16")[:31], "It is not a text file."),
    "not utf-8": (with_title('"x"').replace(b"x", b"\xff"), "It is not a text file."),
    "overlong utf-8": (with_title('"x"').replace(b"x", b"\xc0\x80"), "It is not a text file."),
    "a zip": (b"PK\x03\x04\x14\x00\xff\xfe", "It is a Word, Excel or zip file."),
    "a pdf": (b"%PDF-1.7\n", "It is a PDF document. A filled-in checklist is read on"),
    "yaml": (
        b"plan_version: 1\ntitle: x\n",
        "It is no plan file. Ask whoever sent it for the plan",
    ),
    "typographic quotes": (
        "{\u201cplan_version\u201d: 1, \u201ctitle\u201d: \u201cx\u201d}".encode(),
        "At line 1, column 2, it has a typographic quotation mark (\u201c), as word processors",
    ),
}

JSON = {
    "null": (b"null", "A plan file holds one group of names and values, and not null."),
    "a list": (b"[]", "and not a list."),
    "depth 100": (nested(100), "More than 32 lists and groups lie inside each other in it."),
    "depth 50,000": (nested(50_000), "More than 32 lists and groups lie inside each other in it."),
    "5,000,000 brackets": (
        b"[" * 5_000_000,
        "More than 32 lists and groups lie inside each other in it.",
    ),
    "open groups": (
        b'{"a":' * 100_000,
        "More than 32 lists and groups lie inside each other in it.",
    ),
    "a name twice": (with_more('"title": "y"'), 'The name "title" is written twice in it.'),
    "an inner name twice": (
        b'{"plan_version": 1, "title": "x", "answers": {"size": 2, "size": 3}}',
        'The name "size" is written twice in it.',
    ),
    "an unknown name": (with_more('"status": "DONE"'), 'Unknown name "status".'),
    "a class": (with_more('"__class__": "Plan"'), 'Unknown name "__class__".'),
    "no title": (b'{"plan_version": 1, "answers": {}}', '"title" is missing.'),
    "NaN": (with_size("NaN"), "It holds NaN, which is not a number."),
    "Infinity": (with_size("-Infinity"), "It holds -Infinity, which is not a number."),
    "1e400": (with_size("1e400"), 'It holds the number "1e400"; only whole numbers are read.'),
    "a million digits": (with_size("9" * 1_000_000), "It holds a number of thousands of digits."),
}

TYPES = {
    "a number as title": (with_title("3"), "title: Text is expected here, and not a number."),
    "text for a number": (with_size('"12"'), "A whole number is expected here"),
    "true for a number": (with_size("true"), "A whole number is expected here, and not true."),
    "1.0 for 1": (with_size("12.0"), 'It holds the number "12.0"; only whole numbers are read.'),
    "2^31": (with_size(str(2**31)), "A number from 2 to 40 mothers is expected here."),
    "2^63": (with_size(str(2**63)), "A number from 2 to 40 mothers is expected here."),
    "an id that is none": (with_more('"id": "1"'), "An id is a UUID"),
}

SIZE = {
    "a title of 301": (with_title(f'"{"x" * 301}"'), "This text has 301 characters"),
    "50 MB": (b'"' + b"x" * 50_000_000 + b'"', "It is larger than 10 MB."),
    "9 MB of text": (with_title(f'"{"x" * 9_000_000}"'), "This text has 9,000,000 characters"),
    "9 MB of marks": (
        with_title('"' + "\u0300\u0316" * 2_000_000 + '"'),
        "This text has 4,000,000 characters",
    ),
    "100,000 answers": (
        json.dumps(
            {"plan_version": 1, "title": "x", "answers": {f"q{n}": 1 for n in range(100_000)}}
        ).encode(),
        'There is no question "q0"',
    ),
    "1,000,000 empty groups": (
        b"[" + b"{}," * 999_999 + b"{}]",
        "It holds more than 500,000 items.",
    ),
    "100,000 empty groups": (b"[" + b"{}," * 99_999 + b"{}]", "more than 50,000 groups."),
    "4,000,000 numbers": (b"[" + b"1," * 3_999_999 + b"1]", "It holds more than 500,000 items."),
    "100,000 dashes": (with_more(f'"id": "{"-" * 100_000}"'), "An id is a UUID"),
}

MEANING = {
    "a newer version": (GOOD.replace(b"1", b"7"), "made with a newer version of this program"),
    "evidence": (b'[{"id": "T01", "domain": "take_up"}]', "This is evidence and not a plan."),
    "advice": (b'{"advice_version": 1}', "This is advice and not a plan."),
}

TEXT = {
    "half a character": (with_title(r'"a\ud800b"'), "half a character (U+D800)"),
    "half a character as name": (
        b'{"plan_version": 1, "title": "x", "answers": {"\\ud800": 1}}',
        'There is no question "\ufffd"',
    ),
    "zero": (with_title(r'"a\u0000b"'), "the control character U+0000"),
    "escape": (with_title(r'"a\u001b[31mb"'), "the control character U+001B"),
    "delete": (with_title(r'"a\u007fb"'), "the control character U+007F"),
    "c1": (with_title(r'"a\u009bb"'), "the control character U+009B"),
    "no character": (with_title(r'"a\uffffb"'), "the control character U+FFFF"),
    "override": (with_title(r'"a\u202eb"'), "a mark that turns its reading order round (U+202E)"),
    "open isolate": (with_title(r'"a\u2067b"'), "opens a change of reading direction"),
    "closing isolate": (with_title(r'"a\u2069b"'), "closes a change of reading direction"),
    "crossed directions": (with_title(r'"\u202b\u2067x\u202c\u2069"'), "closes a change of"),
    "a tab in a title": (with_title(r'"\t=1"'), "the control character U+0009"),
    "a line in a title": (with_title(r'"a\u2028b"'), "This text must be on one line."),
}

REFUSED = {
    f"{kind}: {name}": case
    for kind, cases in (
        ("bytes", BYTES),
        ("json", JSON),
        ("types", TYPES),
        ("size", SIZE),
        ("meaning", MEANING),
        ("text", TEXT),
    )
    for name, case in cases.items()
}

KEPT = {
    "markup": "<img src=file:///etc/passwd> <b>bold</b>",
    "a formula": '=HYPERLINK("x") @SUM',
    "typesetting": '#read("secret.txt") \\input{x} $x$ ] *_',
    "a path": "../../etc/passwd CON COM¹ name.",
    "look-alikes": "Ame\u200blia Аmelia",
    "balanced directions": "\u2067אמא\u2069 and \u202bشروق\u202c",
    "direction marks": "\u200fأمل\u200e \u061c",
    "another script": "பெற்றோர் 👩\u200d👧",
    "a comparison": "if a<b then c>d",
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_in_one_clear_sentence(
    small_pack: Pack, case: tuple[bytes, str]
) -> None:
    content, said = case

    with pytest.raises(PlanRefused) as caught:
        read_plan(content, small_pack)

    first = str(caught.value)
    assert said in first
    assert first.startswith("The plan file was not read: ")
    assert first.isprintable()
    assert len(first) < 400


@pytest.mark.parametrize("title", KEPT.values(), ids=KEPT)
def test_odd_words_are_kept_as_they_are(small_pack: Pack, title: str) -> None:
    assert read_plan(with_title(json.dumps(title)), small_pack).title == title


def test_a_byte_order_mark_is_passed_over(small_pack: Pack) -> None:
    assert read_plan(b"\xef\xbb\xbf" + GOOD, small_pack) == read_plan(GOOD, small_pack)


def test_a_note_may_have_lines_and_tabs(small_pack: Pack) -> None:
    plan = read_plan(with_more(r'"description": "one\r\n\ttwo"'), small_pack)
    assert plan.description == "one\n\ttwo"


def test_a_hostile_file_takes_little_memory(small_pack: Pack) -> None:
    content = b"[" + b"{}," * 49_999 + b"{}]" + b" " * 9_000_000
    tracemalloc.start()
    try:
        with pytest.raises(PlanRefused):
            read_plan(content, small_pack)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 100_000_000


def test_a_folder_a_pipe_and_a_huge_file_are_refused(small_pack: Pack, tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as stream:
        stream.truncate(5_000_000_000)
    said = {}
    for path in (tmp_path, huge):
        with pytest.raises(PlanRefused) as caught:
            read_plan(path, small_pack)
        said[path.name] = str(caught.value).split(": ")[1]

    assert said == {
        tmp_path.name: "This is a folder and not a file.",
        "huge.json": "It is larger than 10 MB.",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(small_pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "pipe.json"
    os.mkfifo(path)

    with pytest.raises(PlanRefused, match="not an ordinary file"):
        read_plan(path, small_pack)


def test_a_link_to_a_plan_is_followed(small_pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(GOOD)
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "plan.json")

    assert read_plan(link, small_pack) == read_plan(GOOD, small_pack)


def test_a_link_to_itself_is_refused(small_pack: Pack, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(link)

    with pytest.raises(PlanRefused, match="cannot be read"):
        read_plan(link, small_pack)


def test_a_file_that_may_not_be_read_is_refused(
    small_pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(GOOD)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PlanRefused, match="You are not allowed to read this file"):
        read_plan(path, small_pack)


def read_or_refused(content: bytes, pack: Pack) -> Plan | None:
    try:
        return read_plan(content, pack)
    except PlanRefused:
        return None


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(small_pack: Pack, content: bytes) -> None:
    assert read_or_refused(content, small_pack) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner),
    max_leaves=8,
)
names = st.sampled_from(
    [
        "id",
        "title",
        "description",
        "pack",
        "answers",
        "decisions",
        "own_actions",
        "own_risks",
        "comments",
        "gate_ticks",
    ]
)
answers = st.dictionaries(st.sampled_from(["formats", "leader", "size", "change"]), json_values)
decisions = st.dictionaries(st.just("plan-01"), json_values)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.dictionaries(names, json_values), answers=answers | json_values, decisions=decisions)
def test_any_json_is_read_or_refused(
    small_pack: Pack, data: dict[str, object], answers: object, decisions: object
) -> None:
    whole = {"title": "x", **data, "plan_version": 1, "answers": answers, "decisions": decisions}
    plan = read_or_refused(json.dumps(whole).encode(), small_pack)

    assert plan is None or plan.title.strip()
