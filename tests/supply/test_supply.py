"""Known faults, the list of parts and licences: nothing is passed over in silence."""

import importlib.metadata
import itertools
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.supply import licences, sbom
from tests.supply.audit import LOCKS, everything, verdict, written_out
from tests.supply.locked import Locked, locked_in, named

ROOT = Path(__file__).parents[2]
ONE, TWO = Locked("one", "1", ("a" * 64,)), Locked("two", "2", ("b" * 64,))


def answer(*told: dict[str, Any]) -> str:
    return json.dumps({"dependencies": told, "fixes": []})


def sound(package: Locked) -> dict[str, Any]:
    return {"name": package.name, "version": package.version, "vulns": []}


def test_an_audit_passes_when_every_package_was_looked_up() -> None:
    found = verdict([ONE, TWO], [answer(sound(ONE)), answer(sound(TWO))])

    assert (found.lines, found.holds) == (("No known fault in 2 packages.",), True)


def test_an_audit_that_passed_over_a_package_fails() -> None:
    passed_over = {"name": "two", "skip_reason": "not found"}

    found = verdict([ONE, TWO], [answer(sound(ONE), passed_over)])

    assert found.lines == ("NOT AUDITED: the database does not know 1 of 2 packages: two.",)
    assert not found.holds


@pytest.mark.parametrize("said", ["", "no JSON", "[]", "{}"])
def test_an_audit_that_got_no_answer_fails(said: str) -> None:
    found = verdict([ONE], [said])

    assert found.lines == ("NOT AUDITED: the database of known faults could not be asked.",)
    assert not found.holds


def test_a_known_fault_fails_the_audit_and_says_what_mends_it() -> None:
    faults = [{"id": "X-1", "fix_versions": ["1.1"]}, {"id": "X-2", "fix_versions": []}]

    found = verdict([ONE], [answer({**sound(ONE), "vulns": faults})])

    assert found.lines == ("one 1: X-1, mended in 1.1", "one 1: X-2, not mended yet")
    assert not found.holds


def test_every_package_of_every_lock_is_asked_about_in_every_version() -> None:
    asked = [line.split()[0] for file in written_out(everything()) for line in file.splitlines()]

    assert sorted(asked) == sorted(
        {f"{each.name}=={each.version}" for lock in LOCKS for each in locked_in(lock)}
    )
    assert set(LOCKS) == {path.stem for path in (ROOT / "requirements").glob("*.txt")}


def gathered(*parts: Locked) -> dict[str, Any]:
    return {
        "bomFormat": "CycloneDX",
        "components": [
            {"bom-ref": f"{each.name}-ref", "name": each.name, "version": each.version}
            for each in parts
        ],
        "dependencies": [{"ref": "one-ref", "dependsOn": ["two-ref", "pytest-ref"]}],
    }


def test_the_list_of_parts_holds_what_is_locked_with_its_hashes_and_nothing_else() -> None:
    made = sbom.bill(gathered(ONE, TWO, Locked("pytest", "9", ())), [ONE, TWO])

    parts = [each for each in made["components"] if each.get("type") != "file"]
    assert [(each["name"], each["hashes"][0]["content"][0]) for each in parts] == [
        ("one", "a"),
        ("two", "b"),
    ]
    assert made["dependencies"] == [{"ref": "one-ref", "dependsOn": ["two-ref"]}]


def test_a_part_for_another_system_is_listed_with_its_licence() -> None:
    made = sbom.bill(gathered(), [Locked("tzdata", "1", ("c" * 64,))])

    (part,) = (each for each in made["components"] if each["type"] != "file")
    assert part["licenses"] == [{"expression": "Apache-2.0"}]


def test_a_part_of_another_version_is_not_listed_as_the_locked_one() -> None:
    with pytest.raises(ValueError, match="one is installed as 1, locked as 2"):
        sbom.bill(gathered(ONE), [Locked("one", "2", ())])


def test_what_is_shipped_of_others_is_listed() -> None:
    shipped = sbom.shipped()

    for pattern, licence in sbom.SHIPPED:
        of_it = [each for each in shipped if (ROOT / each["name"]).match(pattern.split("/")[-1])]
        assert of_it
        assert licence in {each["licenses"][0]["license"]["id"] for each in of_it}


def test_every_locked_package_has_a_licence_that_is_allowed() -> None:
    table = licences.table()

    assert sorted(table) == sorted({each.name for each in everything()})
    shipped = {name: table[name] for name in table.keys() - licences.MAKES_BUNDLES}
    assert [name for name, licence in shipped.items() if not licences.is_allowed(licence)] == []


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("MIT AND GPL-2.0-only", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_in_all_its_parts(expression: str, allowed: bool) -> None:
    assert licences.is_allowed(expression) == allowed


def test_what_an_installed_package_says_of_its_licence_is_what_the_table_says() -> None:
    table = licences.table()
    installed = {named(each.name) for each in importlib.metadata.distributions()}

    differing = {
        name: said
        for name in installed & table.keys()
        if (said := licences.said_by(name)) != table[name]
    }
    assert differing == {}


def test_every_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    more = project["optional-dependencies"].values()
    declared = itertools.chain(project["dependencies"], *more)
    names = {named(re.split(r"[\[<>=]", each)[0]) for each in declared}
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    reasons = dict(re.findall(r"^\| ([\w.-]+) \| (.+?) \|", page, flags=re.MULTILINE))
    reasons = {named(name): why for name, why in reasons.items() if name != "package"}

    assert reasons.keys() == names
    assert [name for name, why in reasons.items() if len(why.split()) < 3] == []
