import ast
import gettext
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import main
from advisor import language, locations
from advisor.language import _, ngettext
from tests.support.messages import PROJECT, messages, update
from tests.support.pseudo import pseudo, untranslated


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "")
    yield
    language.use([], locations.locale_folder())


@pytest.fixture
def welsh(tmp_path: Path) -> Path:
    """A folder with one catalogue, of two messages."""
    catalog = Catalog(locale="cy")
    catalog.add("Home", "Hafan")
    catalog.add(("{n} risk", "{n} risks"), ("0", "1", "2", "3", "6", "many"))
    place = tmp_path / "cy" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "advisor.mo").open("wb") as file:
        write_mo(file, catalog)
    return tmp_path


def test_the_first_language_with_a_catalogue_is_spoken(welsh: Path) -> None:
    language.use(["de_DE.UTF-8", "cy_GB.UTF-8"], welsh)

    assert (_("Home"), language.spoken()) == ("Hafan", "cy")


def test_the_form_that_fits_a_number_is_chosen_by_the_language(welsh: Path) -> None:
    language.use(["cy"], welsh)

    assert [ngettext("{n} risk", "{n} risks", number) for number in (0, 2, 6)] == ["0", "2", "6"]


@pytest.mark.parametrize("languages", [[], ["fr"], ["en_GB", "cy"], ["C.UTF-8"], ["../cy"]])
def test_who_prefers_english_or_has_no_catalogue_reads_english(
    welsh: Path, languages: list[str]
) -> None:
    language.use(["cy"], welsh)
    language.use(languages, welsh)

    assert (_("Home"), language.spoken()) == ("Home", "en")


def test_a_sentence_that_a_catalogue_lacks_is_said_in_english(welsh: Path) -> None:
    language.use(["cy"], welsh)

    assert _("Preferences") == "Preferences"


def test_nothing_to_say_says_nothing(welsh: Path) -> None:
    """For gettext, the empty message is the head of the catalogue."""
    language.use(["cy"], welsh)

    assert _("") == ""


@pytest.mark.parametrize(
    ("variables", "preferred"),
    [
        ({"LANGUAGE": "cy:de", "LANG": "fr_FR.UTF-8"}, ["cy", "de"]),
        ({"LC_ALL": "cy_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, ["cy_GB.UTF-8"]),
        ({"LC_MESSAGES": "cy_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, ["cy_GB.UTF-8"]),
        ({"LANG": "fr_FR.UTF-8"}, ["fr_FR.UTF-8"]),
    ],
)
def test_the_persons_languages_are_those_of_the_system(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], preferred: list[str]
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, variables.get(name, ""))

    assert language.preferred() == preferred


def test_the_command_line_speaks_the_persons_language(
    welsh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog = Catalog(locale="cy")
    catalog.add("Options", "Dewisiadau")
    with (welsh / "cy" / "LC_MESSAGES" / "advisor.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(locations, "locale_folder", lambda: welsh)
    monkeypatch.setattr(main, "keep_log", lambda: None)
    monkeypatch.setattr(sys, "argv", ["main.py", "--help"])
    monkeypatch.setenv("LANGUAGE", "cy")

    assert main.main() == 0
    assert "Dewisiadau" in capsys.readouterr().out


# What translators get


def test_the_template_names_no_day_and_no_folder_of_this_machine(tmp_path: Path) -> None:
    update(tmp_path)
    template = (tmp_path / "advisor.pot").read_text("utf-8")

    assert str(PROJECT) not in template
    assert not re.search(r"20\d\d-\d\d-\d\d \d\d:\d\d", template)
    assert not re.search(r"^#: .*:\d", template, re.MULTILINE)


def test_plural_sentences_helps_and_the_words_of_click_are_gathered() -> None:
    said = messages()

    assert "Options" in said
    assert "List stored plans, last changed first." in said
    assert ("{n} statement changed.", "{n} statements changed.") in said


@pytest.mark.parametrize("folder", ["advisor", "ui"])
def test_no_sentence_stands_where_it_is_not_gathered(folder: str) -> None:
    """What is called inside an f-string is not found before Python 3.12."""
    hidden = [
        f"{file}, line {call.lineno}"
        for file in (PROJECT / folder).rglob("*.py")
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in {"_", "N_", "ngettext"} and isinstance(call.args[0], ast.Constant)
    ]

    assert hidden == []


def test_a_new_language_begins_with_every_sentence_and_can_be_spoken(tmp_path: Path) -> None:
    place = tmp_path / "cy" / "LC_MESSAGES"
    place.mkdir(parents=True)
    update(tmp_path)
    with (place / "advisor.po").open("rb") as file:
        catalog = read_po(file, locale="cy")

    assert len(catalog) == len(messages())
    assert gettext.find("advisor", tmp_path, ["cy"])


def test_an_update_keeps_what_was_translated_and_drops_what_is_no_longer_said(
    tmp_path: Path,
) -> None:
    place = tmp_path / "cy" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "advisor.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Preferences"\nmsgstr "Dewisiadau"\n\nmsgid "Gone"\nmsgstr "Wedi mynd"\n',
        "utf-8",
    )

    update(tmp_path)
    language.use(["cy"], tmp_path)

    assert (_("Preferences"), _("Gone")) == ("Dewisiadau", "Gone")
    first = (place / "advisor.po").read_bytes()
    update(tmp_path)
    assert (place / "advisor.po").read_bytes() == first


def test_every_language_that_ships_is_up_to_date_with_the_code(tmp_path: Path) -> None:
    for place in locations.locale_folder().glob("*/LC_MESSAGES"):
        copy = tmp_path / place.parent.name / "LC_MESSAGES"
        copy.mkdir(parents=True)
        (copy / "advisor.po").write_bytes((place / "advisor.po").read_bytes())
        update(tmp_path)
        assert (copy / "advisor.po").read_bytes() == (place / "advisor.po").read_bytes()
        assert sentences(copy / "advisor.mo") == sentences(place / "advisor.mo")


def sentences(compiled: Path) -> dict[object, str]:
    """What a catalogue says, without its head, which names a day and a version of Babel."""
    with compiled.open("rb") as file:
        said: dict[object, str] = vars(gettext.GNUTranslations(file))["_catalog"]
    return {message: words for message, words in said.items() if message}


# The language that nobody speaks


def test_the_pseudo_language_keeps_what_is_put_in() -> None:
    assert pseudo("&Save {count:,} <b>plans</b>") == "⟦&Śȧṽë {count:,} <b>ƥļȧńś</b>⟧"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("⟦Ȧƥƥļïëś⟧", ""),
        ("⟦Ȧ: ⟦Ƃ⟧ Our plan⟧ 12 – 3", ""),
        ("Our plan", ""),
        ("⟦Ȧƥƥļïëś⟧ here", "here"),
        ("risks: ⟦Ȧ⟧ Our plan", "risks:"),
        ("⟦Ȧ Our plan: no file⟧", "no file"),
    ],
)
def test_what_was_not_translated_is_left(text: str, left: str) -> None:
    assert untranslated(text, ["Our plan"]) == left
