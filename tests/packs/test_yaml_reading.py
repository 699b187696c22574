"""A small YAML, read without surprises."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advisor.packs import yaml_reading
from advisor.packs.records import LARGEST
from advisor.packs.yaml_reading import read_yaml


def value(text: str) -> object:
    document = read_yaml(text.encode())
    assert document.faults == ()
    return document.value


def faults(content: str | bytes) -> list[tuple[int, str]]:
    content = content if isinstance(content, bytes) else content.encode()
    return [(fault.line, fault.message) for fault in read_yaml(content).faults]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("", None),
        ("~", None),
        ("null", None),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        ("2027-11", "2027-11"),
        ("2027-11-30", "2027-11-30"),
        ("9" * 400, "9" * 400),
        ("'true'", "true"),
        ('"12"', "12"),
        ("''", ""),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_plain_words_are_text_unless_true_false_or_a_whole_number(
    written: str, read: object
) -> None:
    found = value(f"key: {written}")
    assert found == {"key": read}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(read)


def test_folded_text_is_one_line() -> None:
    assert value("key: >-\n  one\n  two\n") == {"key": "one two"}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read_yaml(b"\xef\xbb\xbfkey: 1").value == {"key": 1}


def test_every_value_keeps_its_line() -> None:
    lines = read_yaml(b"# first\na: 1\nb:\n  - x\n  - c: 2\n").lines
    assert lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
        ("b", 1, "c"): 5,
    }


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("a: &x 1", 1, "Anchors (&x) are not read. Write the text where it is used."),
        ("a: 1\nb: *x", 2, "Aliases (*x) are not read. Write the text again."),
        ("a: !!str 1", 1, "Tags (tag:yaml.org,2002:str) are not read. Put text in quotes instead."),
        ("a: !x\n  b: 1", 1, "Tags (!x) are not read. Put text in quotes instead."),
        ("a: 1\nb: 2\na: 3", 3, 'The key "a" is written twice here. Keep one.'),
        ("a: 1\n---\nb: 1", 2, "The file holds a second document after ---. Keep one."),
        ("? [a]\n: 1", 1, "A key must be one word and not a list, a mapping or an alias."),
        ("? {a: b}\n: 1", 1, "A key must be one word and not a list, a mapping or an alias."),
        ("[" * 33, 1, "More than 32 lists and mappings lie inside each other here."),
        ("{a: " * 33, 1, "More than 32 lists and mappings lie inside each other here."),
    ],
)
def test_what_this_yaml_refuses_is_named_with_its_line(written: str, line: int, said: str) -> None:
    assert (line, said) in faults(written)


def test_thirty_two_levels_are_read() -> None:
    assert faults("[" * 32 + "]" * 32) == []


def test_several_faults_of_one_file_come_at_once() -> None:
    assert [line for line, _ in faults("a: &x 1\na: 2\nb: *x\nc: !y 3")] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"a: b: c", 1, "not valid YAML"),
        (b"a: 1\n b: 2", 2, "not valid YAML"),
        (b'a: "open', 1, "not valid YAML"),
        (b"a: 1\n\tb: 2", 2, "not valid YAML"),
        (b"a: \x00", 0, "not valid YAML"),
        (b'a: "\\ud800"', 1, "not valid YAML"),
        (b'a: "\\UFFFFFFFF"', 1, "not valid YAML"),
        (b"a: \xff", 0, "not UTF-8"),
        (b"a: \xc0\x80", 0, "not UTF-8"),
        ("a: 1".encode("utf-16"), 0, "not UTF-8"),
        (b"#" * (LARGEST + 1), 0, "larger than 2 MB"),
    ],
)
def test_a_broken_file_is_refused_in_words(content: bytes, line: int, said: str) -> None:
    (found,) = read_yaml(content).faults

    assert said in found.message
    assert found.line == line or yaml_reading.PARSER is not yaml.CSafeLoader


def test_a_file_that_would_grow_by_aliases_stays_small() -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefghijklmnopqrst", "bcdefghijklmnopqrstu", strict=True)
    )
    document = read_yaml(laughs.encode())

    assert len(document.faults) > 20
    assert len(repr(document.value)) < 2000


@pytest.mark.parametrize("content", [b"[" * 1_000_000, b"{" * 1_000_000, b"- " * 999_999])
def test_a_deep_file_is_refused_and_stops_nothing(content: bytes) -> None:
    assert len(faults(content)) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    document = read_yaml(content)
    assert all(fault.message for fault in document.faults)


@given(st.text(alphabet=" \n\t-:?[]{}&*!|>'\"%@`#,abc01~=<\\", max_size=60))
def test_any_yaml_like_text_is_read_or_refused(text: str) -> None:
    document = read_yaml(text.encode())
    assert all(fault.message for fault in document.faults)


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, no, 'true']\nb:\n  c: >-\n    x\n    y\n"
    quick = read_yaml(text.encode())
    monkeypatch.setattr(yaml_reading, "PARSER", yaml.SafeLoader)

    assert read_yaml(text.encode()) == quick
    assert faults("[" * 1000) == [
        (1, "More than 32 lists and mappings lie inside each other here.")
    ]
    assert faults(b"a: \x00") != []
