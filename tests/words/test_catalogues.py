"""Another language: six forms of a number, what a catalogue lacks, and what is said without one."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from inspector_app.core import paths, words
from inspector_app.core.domain.days import typed, when
from tests.words import catalogues, source

CHILDREN = ("{n} child", "{n} children")
Speak = Callable[[Mapping[str | tuple[str, str], str | tuple[str, ...]]], None]
PLANT = (  # in the order of CLDR: none, one, two, three, six, any other
    "dim plant",
    "{n} plentyn",
    "{n} blentyn",
    "{n} phlentyn",
    "{n} phlentyn",
    "{n} o blant",
)


@pytest.fixture
def speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Speak:
    """Let the program speak Welsh with these translations, on a machine whose language that is."""

    def begin(translations: Mapping[str | tuple[str, str], str | tuple[str, ...]]) -> None:
        made = catalogues.Catalog(locale="cy")
        for english, welsh in translations.items():
            made.add(english, welsh)
        monkeypatch.setenv("LANGUAGE", "cy")
        monkeypatch.setattr(words, "_catalogue", words.catalogue(catalogues.write(made, tmp_path)))

    return begin


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "dim plant"), (1, "1 plentyn"), (2, "2 blentyn"), (3, "3 phlentyn"), (4, "4 o blant"), (5, "5 o blant"),
        (6, "6 phlentyn"), (7, "7 o blant"), (11, "11 o blant"), (1200, "1,200 o blant"),
    ],
)  # fmt: skip
def test_a_number_has_six_forms_in_welsh(speak: Speak, number: int, said: str) -> None:
    speak({CHILDREN: PLANT})
    assert words.count(number, *CHILDREN) == said


def test_what_is_translated_is_said_so_and_the_rest_in_english(speak: Speak) -> None:
    yes, standing = words.later("Yes"), words.later("{number} accepted")
    speak({"Yes": "Ie", "{number} accepted": "{number} wedi’u derbyn", "{items} and {last}": "{items} a {last}"})
    assert [str(yes), standing.say(number=3), words.say("No")] == ["Ie", "3 wedi’u derbyn", "No"]
    assert words.listed(["1.1", "1.2", "2.1"]) == "1.1, 1.2 a 2.1"


def test_a_date_is_said_and_read_in_the_same_language(speak: Speak) -> None:
    speak({"March": "Mawrth", "yesterday": "ddoe", "Monday": "Dydd Llun", "{day} to {end}": "{day} hyd {end}"})
    monday = when.date(2026, 3, 9)
    assert when.weekday(monday) == "Dydd Llun 9 Mawrth"
    assert when.span(monday, when.date(2026, 3, 13)) == "9 hyd 13 Mawrth 2026"
    assert typed.whole_day("9 Mawrth 2026") == typed.whole_day("9 March 2026") == monday
    assert typed.day("ddoe", when.date(2026, 3, 10)) == typed.day("yesterday", when.date(2026, 3, 10)) == "2026-03-09"


def test_without_a_catalogue_english_is_said_whatever_the_machine_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "cy")
    monkeypatch.setattr(words, "_catalogue", words.catalogue(tmp_path))
    assert words.count(2, *CHILDREN) == "2 children"


def complete() -> catalogues.Catalog:
    """Every sentence of the program, in words that are no Welsh."""
    made = catalogues.untranslated("cy")
    for message in made:
        if isinstance(message.id, tuple):
            message.string = (message.id[1],) * 6
        elif message.id:
            message.string = message.id
    return made


def test_a_catalogue_that_says_everything_is_taken(tmp_path: Path) -> None:
    made = complete()
    assert made.num_plurals == 6
    assert len(made) > 500
    assert catalogues.faults(catalogues.write(made, tmp_path)) == []


@pytest.mark.parametrize(
    ("english", "welsh", "fault"),
    [
        ("Lock", "", "'Lock' is not translated"),
        (("{n} gap", "{n} gaps"), ("{n} bwlch",) * 5 + ("",), "'{n} gap' is not translated"),
        (("{n} gap", "{n} gaps"), ("{n} bwlch", "{n} fwlch"), "'{n} gap' is not translated"),
        ("closed it", "cau {name}", "'cau {name}' has other facts than 'closed it'"),
        ("{name} has everything that is here.", "Popeth gan {enw}.", "has other facts"),
        (("{n} gap", "{n} gaps"), ("{n} {bwlch}",) * 6, "has other facts"),
    ],
)
def test_a_sentence_that_is_missing_or_has_other_facts_is_told(
    tmp_path: Path, english: str | tuple[str, str], welsh: str | tuple[str, ...], fault: str
) -> None:
    made = complete()
    made.delete(english)
    made.add(english, welsh)
    told = catalogues.faults(catalogues.write(made, tmp_path))
    assert any(fault in one for one in told), told


def test_a_catalogue_that_was_changed_and_not_compiled_again_is_told(tmp_path: Path) -> None:
    catalogues.write(complete(), tmp_path)
    (written,) = tmp_path.glob("*/*/words.po")
    written.write_text(written.read_text("utf-8").replace('msgstr "Lock"', 'msgstr "Cloi"'), "utf-8")
    assert catalogues.faults(tmp_path) == ["cy/LC_MESSAGES/words.po: words.mo is not made of it"]


def test_every_shipped_catalogue_says_everything() -> None:
    assert catalogues.faults(paths.resources() / "words") == []


def test_no_two_sentences_differ_only_in_being_counted() -> None:
    """Gettext keeps a text once: alone, or as the first form of a number."""
    counted = {sentence.texts for sentence in source.sentences() if sentence.counts}
    firsts = [one for one, _ in counted]
    assert len(firsts) == len(set(firsts))
    alone = {text for sentence in source.sentences() if not sentence.counts for text in sentence.texts}
    assert alone & set(firsts) == set()
