"""Spelling: which words are looked at, which are right in which nation, and whose words are kept where."""

import io
import json
import subprocess
from collections.abc import Iterator

import pytest

from inspector_app.core import paths
from inspector_app.core.services import frameworks
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import own_words
from inspector_app.core.services.writing.spelling import (
    ENGLISH,
    WELSH,
    Speller,
    among,
    command,
    languages,
    serve,
    words,
)


@pytest.fixture(scope="module")
def both() -> Speller:
    return Speller(languages("wales"))


@pytest.fixture(scope="module")
def english() -> Speller:
    return Speller(languages("england"))


def test_references_capitals_addresses_and_numbers_are_no_words() -> None:
    text = "C01 and YOT, MAPPA's GPs; see https://example.org/teh or a.b@teh.uk, 2.1.1a 14th x"
    assert [word for _, word in words(text)] == ["and", "see", "or"]


def test_every_word_is_found_where_it_stands() -> None:
    text = "The child’s step-mother (\U0001f600) wasn't “seen”."
    found = list(words(text))
    assert [word for _, word in found] == ["The", "child’s", "step-mother", "wasn't", "seen"]
    assert all(text[at : at + len(word)] == word for at, word in found)


def test_an_accent_behind_its_letter_is_of_the_word() -> None:
    assert [word for _, word in words("sia\u0302n and cafe\u0301’s")] == ["sia\u0302n", "and", "cafe\u0301’s"]


@pytest.mark.parametrize(
    "word",
    ["café", "fiancé", "fiancée", "naïve", "cliché", "résumé", "façade", "déjà", "protégé", "Zoë", "Chloé", "cafe\u0301",
     "cafés", "café’s", "genogram", "genograms", "mañana", "señor", "manœuvre", "encyclopædia", "Noël", "crèche", "ecomap",
     "criminogenic", "childʼs", "par\u00adents", "de\u200dsistance"],
)  # fmt: skip
def test_what_english_has_from_elsewhere_is_right_with_its_accents(english: Speller, word: str) -> None:
    assert english.right(word)


@pytest.mark.parametrize("word", ["tèh", "recïeve", "dŵr", "cafñe", "recœve", "thæ"])
def test_an_accent_makes_no_slip_right(english: Speller, word: str) -> None:
    assert not english.right(word)


def test_a_word_with_a_ligature_or_what_is_not_seen_is_that_word(english: Speller) -> None:
    assert [
        w
        for w in ("ﬁnding", "oﬃce", "ﬂow", "oﬀending", "safe\u00adguarding", "assess\u200bment")
        if not english.right(w)
    ] == []
    assert not english.right("ﬁnnding")


def test_a_hyphen_that_is_not_seen_is_within_its_word() -> None:
    text = "child\u00adren’s safe\u200bguarding and \u00ad"
    assert [word for _, word in words(text)] == ["child\u00adren’s", "safe\u200bguarding", "and"]


def test_a_long_run_without_a_space_is_looked_through_quickly() -> None:
    assert sum(1 for _ in words("ab," * 200_000)) == 200_000
    assert list(words("a" * 200_000)) == []


@pytest.mark.parametrize("word", ["organise", "behaviour", "child’s", "another's", "safeguarding", "desistance", "The"])
def test_words_of_the_field_are_right(english: Speller, word: str) -> None:
    assert english.right(word)


@pytest.mark.parametrize("word", ["teh", "recieve", "behaviuor", "THe", "color"])
def test_slips_are_wrong_and_what_was_meant_is_offered(english: Speller, word: str) -> None:
    assert not english.right(word)
    meant = {"teh": "the", "recieve": "receive", "behaviuor": "behaviour", "THe": "the", "color": "colour"}[word]
    assert meant in [s.lower() for s in english.suggest(word)]


def test_welsh_is_right_in_wales_and_not_in_england(english: Speller, both: Speller) -> None:
    for word in ("gwasanaeth", "dŵr", "ysgol", "plentyn"):
        assert both.right(word)
        assert not english.right(word)
    assert both.right("behaviour")
    assert not both.right("teh")
    assert "gwasanaeth" in both.suggest("gwasaneth")
    assert (languages("wales"), languages("england"), languages("")) == ((ENGLISH, WELSH), (ENGLISH,), (ENGLISH,))


def texts(tree: object) -> Iterator[str]:
    """Every text in a framework file, but for its codes and its sources' names."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from (
            t for key, value in tree.items() if key not in ("id", "code", "ref", "source") for t in texts(value)
        )
    elif isinstance(tree, list):
        yield from (t for value in tree for t in texts(value))


def test_every_word_of_the_shipped_frameworks_is_right(english: Speller) -> None:
    wrong = set()
    for framework in frameworks.known():
        tree = json.loads(frameworks.source(framework.id)[0])
        wrong |= {word for text in texts(tree) for _, word in words(text) if not english.right(word)}
    assert wrong <= {"Trafford", "Salford", "Darwen"}  # places


def test_questions_are_answered_a_line_each() -> None:
    asked = [{"check": ["teh", "dog"]}, {"suggest": "recieve"}, {"suggest": "dog"}]
    answers = io.BytesIO()
    serve([ENGLISH], io.BytesIO(b"".join(json.dumps(a).encode() + b"\n" for a in asked)), answers)
    checked, suggested, right = (json.loads(line) for line in answers.getvalue().splitlines())
    assert checked == {"right": ["dog"], "wrong": ["teh"]}
    assert suggested["suggestions"][0] == "receive"
    assert right == {"word": "dog", "suggestions": None}


def test_the_process_ends_with_its_input() -> None:
    done = subprocess.run(command([ENGLISH, WELSH]), input=b'{"check": ["ysgol"]}\n', capture_output=True, timeout=60)
    assert (done.returncode, json.loads(done.stdout)["right"]) == (0, ["ysgol"])


def test_own_words_are_kept_in_the_encrypted_file_and_can_be_taken_out(laptop: Laptop, workspace: Workspace) -> None:
    own_words.add(workspace, "Bryngwran’s")
    path = workspace.path
    workspace.close()
    assert b"Bryngwran" not in b"".join(p.read_bytes() for p in laptop.folder.rglob("*") if p.is_file())
    again = Workspace.open(laptop, path)
    assert "Bryngwran's" in own_words.known(again)
    own_words.remove(again, "Bryngwran’s")
    assert "Bryngwran's" not in own_words.known(again)
    again.close()


def test_the_names_of_the_service_and_the_team_are_right(workspace: Workspace) -> None:
    workspace.editor.set("person", "p1", "name", "Siân Tudur-Rees")
    known = own_words.known(workspace)
    assert among("Wexborough", known)
    assert among("Wexborough’s", known)
    assert among("Tudur-Rees", known)
    assert not among("Wexboro", known)


def test_the_languages_follow_the_nation_of_the_inspection(workspace: Workspace) -> None:
    assert own_words.dictionaries(workspace) == (ENGLISH,)
    workspace.editor.set("inspection", "inspection", "nation", "wales")
    assert own_words.dictionaries(workspace) == (ENGLISH, WELSH)


@pytest.mark.parametrize("name", [ENGLISH, WELSH])
def test_every_dictionary_has_its_licence_beside_it(name: str) -> None:
    folder = paths.resources() / "dictionaries"
    assert "copyright" in (folder / f"{name}-LICENSE.txt").read_text(encoding="utf-8").lower()
    assert "LESSER GENERAL PUBLIC LICENSE" in (folder / "LGPL-3.0.txt").read_text(encoding="utf-8")
