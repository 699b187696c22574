"""A strange pack costs little: so many values, so many faults, so much memory and no more."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor import locations
from advisor.errors import PackRefused
from advisor.packs.reading import read_pack
from advisor.packs.records import LARGEST
from advisor.packs.schema import MOST_FAULTS
from advisor.packs.yaml_reading import MOST_IN_RECORD, MOST_VALUES, read_yaml

MOST_MEGABYTES = 150
PADDING = f"#{'x' * 900}\n"
MEASURE = """
import sys
from pathlib import Path
from advisor.errors import PackRefused
from advisor.memory import held_mb
from advisor.packs.reading import read_pack
try:
    read_pack(Path(sys.argv[1]))
except PackRefused as refused:
    print(len(refused.faults), round(held_mb(at_most=True)))
"""

RECORDS = "- a: 1\n" * (MOST_VALUES // 2 - 100)
KEYS = "".join(f"k{number}: 1\n" for number in range(MOST_VALUES - 100))
NESTED = ("- id: q\n  options:\n" + "  - a: 1\n" * (MOST_IN_RECORD // 2 - 10)) * 19


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(locations.evidence_folder(), tmp_path / "evidence"))


def padded(text: str) -> str:
    """The text, as long as a file may be."""
    return text + PADDING * ((LARGEST - len(text)) // len(PADDING))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what a process held")
@pytest.mark.parametrize(
    ("file", "content"),
    [("sources", RECORDS), ("glossary", KEYS), ("pack", KEYS), ("questions", NESTED)],
)
def test_two_megabytes_with_thousands_of_faults_take_little_memory(
    pack: Path, file: str, content: str
) -> None:
    (pack / f"{file}.yaml").write_text(padded(content))

    ran = subprocess.run(
        [sys.executable, "-c", MEASURE, str(pack)], capture_output=True, text=True, check=True
    )
    faults, megabytes = map(int, ran.stdout.split())

    assert faults >= MOST_FAULTS
    assert 0 < megabytes < MOST_MEGABYTES


def test_of_any_number_of_faults_a_bounded_number_is_looked_for(pack: Path) -> None:
    (pack / "sources.yaml").write_text(RECORDS)

    with pytest.raises(PackRefused) as refused:
        read_pack(pack)

    # Shape and record are two kinds.
    assert MOST_FAULTS <= len(refused.value.faults) <= 2 * MOST_FAULTS


def test_a_fault_of_a_late_record_is_told_at_its_own_line(pack: Path) -> None:
    path = pack / "sources.yaml"
    shipped = path.read_text(encoding="utf-8")
    path.write_text(f"{shipped}- id: late\n  strange: 1\n", encoding="utf-8")

    with pytest.raises(PackRefused) as refused:
        read_pack(pack)

    line = len(shipped.splitlines()) + 2
    assert any(f"line {line}: late" in str(fault) for fault in refused.value.faults)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("- 1\n" * (MOST_VALUES + 1), f"The file holds more than {MOST_VALUES} values."),
        (
            "- a:\n" + "  - 1\n" * (MOST_IN_RECORD + 1),
            f"This record holds more than {MOST_IN_RECORD} values.",
        ),
    ],
)
def test_more_values_than_anybody_writes_are_refused_in_one_sentence(
    content: str, says: str
) -> None:
    assert [fault.message for fault in read_yaml(content.encode()).faults] == [says]
