"""The sealed record of the ratings: what it holds, what it refuses, and that two who share no code agree on it."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Case, GivenRating, Inspection, Judgement, PanelDecision, Totals
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import ratings_record
from inspector_app.core.paths import resources
from inspector_app.core.services import frameworks
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import ratings, sealing
from inspector_app.core.services.workspace import Workspace
from tests.conftest import kept_with
from tests.copies import copied

pytestmark = pytest.mark.usefixtures("no_backups")

SCRIPT = Path(__file__).parents[2] / "docs" / "verify_record.py"
Change = Callable[[dict[str, Any]], object]
NOTE = "He lives with his aunt"


@pytest.fixture(scope="module")
def kept_trafford(kept_plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a laptop with what is in `trafford`, made once: taking it in is most of what sealing takes."""
    place = tmp_path_factory.mktemp("sealed") / "profile"
    return kept_with(kept_plain, place, lambda made: exchange.import_file(made, exchange.sample_document()))


@pytest.fixture
def trafford(kept_trafford: Path, laptop: Laptop) -> Iterator[Workspace]:
    """The workspace of the tests, and the sample: a copy."""
    with closing(copied(kept_trafford, laptop)) as made:
        yield made


@pytest.fixture
def record(trafford: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "record.json"
    sealing.seal(trafford, path)
    return path


def refused(path: Path) -> Expected:
    with pytest.raises(Expected) as error:
        sealing.verify(path)
    return error.value


def by_script(path: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, str(SCRIPT), str(path)], capture_output=True, text=True, check=False)


def in_process(path: Path) -> object:
    """What the script ends with, without another process: None when the record holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [str(SCRIPT), str(path)])
        with pytest.raises(SystemExit) as ended:
            run_path(str(SCRIPT), run_name="__main__")
    return ended.value.code


def changed(path: Path, change: Change) -> Path:
    tree = json.loads(path.read_text())
    change(tree)
    other = path.with_name("changed.json")
    other.write_text(json.dumps(tree))
    return other


def signed_anew(workspace: Workspace, path: Path, change: Change) -> Path:
    """Changed by somebody who has a key of their own to sign with."""

    def sign(tree: dict[str, Any]) -> None:
        change(tree)
        key = workspace.laptop.keyring.signing_key
        tree["signature"] = parcel.sign(key, sealing._message(tree)).hex()

    return changed(path, sign)


def test_what_was_sealed_is_verified_with_its_ratings_its_sealer_and_its_moment(
    trafford: Workspace, record: Path
) -> None:
    found = sealing.verify(record)
    assert (found.rated.score, found.rated.overall) == (4, "Requires improvement")
    assert found.by.name == trafford.laptop.person.name
    assert found.groups == trafford.laptop.fingerprint()
    assert found.at in record.read_text()
    assert by_script(record).returncode == 0


def test_a_record_holds_no_text_and_nobody_of_the_team(trafford: Workspace, tmp_path: Path) -> None:
    case = trafford.case_rows()[0].id
    trafford.editor.set("judgement", f"{case}/2.1.1", "rationale", NOTE)
    trafford.editor.set("rating", "V1.2", "rationale", NOTE)
    sealing.seal(trafford, tmp_path / "r.json")
    text = (tmp_path / "r.json").read_text()
    assert NOTE not in text
    for person in trafford.team():
        assert person.name not in text or person.name == trafford.laptop.person.name


CHANGES: dict[str, Change] = {
    "an answer": lambda t: t["inspection"]["judgements"][0].update(answer="na"),
    "an answer less": lambda t: t["inspection"]["judgements"].pop(),
    "a case more": lambda t: t["inspection"]["cases"].append({"ref": "C99", "sample": "children"}),
    "a rating": lambda t: t["result"]["standards"][0].update(rating="Good"),
    "a figure": lambda t: t["result"]["standards"][0]["key_questions"][0].update(percent=81),
    "a number as a truth": lambda t: t["result"].update(provisional=0),
    "the score": lambda t: t["result"].update(score=5),
    "a decision": lambda t: t["inspection"].update(panel=[{"standard": "2.1", "to": "Good", "reason": "so"}]),
    "a band": lambda t: t["framework"]["bands"][1].update(lower=49),
    "a cut": lambda t: t["framework"]["overall"][1].update(lower=5),
    "what is counted": lambda t: t["framework"]["standards"][0].update(counted=False),
    "a key less that says nothing": lambda t: t["result"]["standards"][0]["key_questions"][0].pop("given"),
    "a key more that says nothing": lambda t: t["result"].update(hidden=None),
    "a standard less": lambda t: (t["framework"]["standards"].pop(), t["result"]["standards"].pop()),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_record_that_was_changed_is_not_verified_by_either(record: Path, what: str) -> None:
    other = changed(record, CHANGES[what])
    assert refused(other).code is Code.RECORD_ALTERED
    assert by_script(other).returncode == 1


@pytest.mark.parametrize("what", CHANGES)
def test_a_record_that_was_changed_and_signed_anew_does_not_recompute(
    trafford: Workspace, record: Path, what: str
) -> None:
    error = refused(signed_anew(trafford, record, CHANGES[what]))
    assert error.code is Code.RECORD_DIFFERS
    assert "$." in str(error.facts["why"])


def _panel(**said: object) -> Change:
    """A decision on the last standard that keeps its rating: the result is the same with it and without."""

    def change(tree: dict[str, Any]) -> None:
        last = tree["result"]["standards"][-1]
        tree["inspection"]["panel"] = [{"standard": last["ref"], "to": last["rating"], "reason": "so", **said}]

    return change


JUDGED = {"case": "C01", "question": "2.1.1", "answer": "yes"}
SAID: dict[str, Change] = {  # signed by who wrote it, and every figure comes out
    "a decision without a reason": _panel(reason=""),
    "a decision whose reason is blank": _panel(reason=" \n"),
    "a rating of no framework": lambda t: t["inspection"]["ratings"][0].update(rating="Superb"),
    "a judgement of nobody": lambda t: t["inspection"]["judgements"].append({**JUDGED, "case": "Z"}),
    "a judgement twice": lambda t: t["inspection"]["judgements"].append(t["inspection"]["judgements"][0]),
    "a judgement with its note": lambda t: t["inspection"]["judgements"][0].update(rationale=NOTE),
    "an answer that is none": lambda t: t["inspection"]["judgements"][0].update(answer="maybe"),
    "another framework inside": lambda t: t["inspection"].update(framework="yos-2018"),
    "a number as a truth": lambda t: t["result"].update(provisional=0),
    "a score with a point": lambda t: t["result"].update(score=4.0),
    "a band with a point": lambda t: t["framework"]["bands"][1].update(lower=50.0),
    "no number": lambda t: t["inspection"].update(version=float("nan")),
    "a huge number": lambda t: t["framework"].update(version=10**400),
    "a number beyond all": lambda t: t["result"].update(score=float("inf")),
    "another format": lambda t: t.update(format="inspection"),
    "a later version": lambda t: t.update(version=2),
    "a truth for a version": lambda t: t.update(version=True),
    "something more": lambda t: t.update(more=1),
    "a time that is none": lambda t: t.update(at="yesterday"),
    "a time without a zone": lambda t: t.update(at="2026-01-01T00:00:00"),
    "more in the card": lambda t: t["by"].update(note="x"),
    "a case twice": lambda t: t["inspection"]["cases"].append({**t["inspection"]["cases"][0], "sample": "none"}),
    "a rating twice": lambda t: t["inspection"]["ratings"].append(t["inspection"]["ratings"][0]),
    "a decision twice": lambda t: (_panel()(t), t["inspection"]["panel"].append(t["inspection"]["panel"][0])),
    "totals twice": lambda t: t["inspection"].update(totals=[{"question": "9.9.9", "yes": 1, "of": 2}] * 2),
    "half a character": lambda t: t["inspection"].update(service="S\ud83d"),
    "half a character in a reason": _panel(reason="so\ud83d"),
}
BYTES: dict[str, Callable[[str], str]] = {
    "a key twice, the right one last": lambda s: s.replace('"result":', '"result": {}, "result":', 1),
    "a key twice, deep inside": lambda s: s.replace('"yes":', '"yes": 0, "yes":', 1),
    "a key twice, both alike": lambda s: s.rstrip()[:-1] + f', "at": {json.dumps(json.loads(s)["at"])}}}',
    "a word after it": lambda s: s + "x",
    "a record after it": lambda s: s + s,
    "a nought after it": lambda s: s + "\0",
    "a comma too many": lambda s: s.rstrip()[:-1] + ",}",
    "a signature in capitals": lambda s: _signature(s, str.upper),
    "a signature with a blank": lambda s: _signature(s, lambda signature: f"{signature[:2]} {signature[2:]}"),
}
SAME: dict[str, Callable[[str], str]] = {
    "keys in another order": lambda s: json.dumps(dict(reversed(json.loads(s).items()))),
    "sorted and in letters of their own": lambda s: json.dumps(json.loads(s), sort_keys=True, ensure_ascii=False),
    "without blanks": lambda s: json.dumps(json.loads(s), separators=(",", ":")),
    "with a byte order mark": lambda s: "\ufeff" + s,
    "with blanks round it": lambda s: f"\n {s}\n\n ",
}


def _signature(text: str, change: Callable[[str], str]) -> str:
    was: str = json.loads(text)["signature"]
    return text.replace(was, change(was))


def test_what_no_record_says_is_refused_by_both_even_when_it_is_signed(
    trafford: Workspace, record: Path, subtests: pytest.Subtests
) -> None:
    """As who reads the first of two keys would see other ratings than who reads the last."""
    signed = {what: signed_anew(trafford, record, change).read_text() for what, change in SAID.items()}
    whole = record.read_text()
    for what, text in {**signed, **{what: change(whole) for what, change in BYTES.items()}}.items():
        with subtests.test(what):
            record.write_text(text)
            assert refused(record)
            assert in_process(record)


def test_a_record_that_was_only_written_otherwise_holds_for_both(record: Path, subtests: pytest.Subtests) -> None:
    whole = record.read_text()
    for what, change in SAME.items():
        with subtests.test(what):
            record.write_text(change(whole))
            assert sealing.verify(record)
            assert in_process(record) is None


def test_one_changed_byte_is_enough(record: Path) -> None:
    chance, whole = random.Random(7), record.read_bytes()
    for place in chance.sample(range(len(whole)), 200):
        other = bytearray(whole)
        other[place] ^= 1 << chance.randrange(5)
        same = _tree(bytes(other)) == _tree(whole)  # a blank between that is another blank says nothing else
        record.write_bytes(bytes(other))
        if same:
            assert sealing.verify(record)
        else:
            assert refused(record)


def _tree(data: bytes) -> object:
    try:
        return json.loads(data)
    except ValueError:
        return None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda t: t.update(format="inspection"), Code.DOCUMENT_INVALID),
        (lambda t: t.update(version=2), Code.FILE_NEWER),
        (lambda t: t.update(version=True), Code.DOCUMENT_INVALID),
        (lambda t: t.pop("result"), Code.DOCUMENT_INVALID),
        (lambda t: t.update(by=[]), Code.DOCUMENT_INVALID),
        (lambda t: t.update(more=1), Code.DOCUMENT_INVALID),
        (lambda t: t.update(at="yesterday"), Code.RECORD_ALTERED),
        (lambda t: t.update(signature="00"), Code.RECORD_ALTERED),
        (lambda t: t["by"].pop("signing"), Code.RECORD_ALTERED),
        (lambda t: t["framework"].pop("id"), Code.DOCUMENT_INVALID),
        (lambda t: t["framework"].update(id=["iyjwcv-2025"]), Code.DOCUMENT_INVALID),
        (lambda t: t["framework"].update(version=True), Code.DOCUMENT_INVALID),
    ],
)
def test_what_is_no_record_is_refused_in_a_sentence(record: Path, change: Change, code: Code) -> None:
    assert refused(changed(record, change)).code is code


def test_a_record_of_a_framework_that_is_not_here_or_has_other_rules_is_named(
    trafford: Workspace, record: Path
) -> None:
    unknown = signed_anew(trafford, record, lambda t: t["framework"].update(id="of-2031"))
    assert refused(unknown).code is Code.FRAMEWORK_UNKNOWN
    newer = signed_anew(trafford, record, lambda t: t["framework"].update(version=9))
    assert sealing.verify(newer).framework.version != 9  # the rules of rating are the same
    other = signed_anew(
        trafford, record, lambda t: (t["framework"].update(version=9), t["framework"]["words"][1].update(points=2))
    )
    assert "$.framework.words[1].points" in str(refused(other).facts["why"])


def test_a_later_change_of_what_is_rated_shows_and_a_note_or_its_undoing_does_not(
    trafford: Workspace, record: Path
) -> None:
    case = trafford.case_rows()[0].id
    trafford.editor.set("prompt", f"{case}/2.1.1/a", "note", NOTE)
    assert record.exists()
    standing = sealing.standing(trafford)
    assert standing is not None
    assert (standing.by, standing.changed) == (trafford.laptop.person.name, False)
    was = trafford.judgements()[case, "2.1.1"]
    trafford.editor.set("judgement", f"{case}/2.1.1", "answer", None)
    assert sealing.standing(trafford) == replace(standing, changed=True)
    trafford.editor.set("judgement", f"{case}/2.1.1", "answer", was)
    assert sealing.standing(trafford) == standing


def test_nothing_is_sealed_until_somebody_does_and_a_refused_file_seals_nothing(
    trafford: Workspace, tmp_path: Path
) -> None:
    assert sealing.standing(trafford) is None
    with pytest.raises(Expected):
        sealing.seal(trafford, tmp_path / "no such folder" / "r.json")
    assert sealing.standing(trafford) is None


def test_more_in_the_card_than_a_card_says_is_refused_even_when_it_is_signed(trafford: Workspace, record: Path) -> None:
    assert refused(signed_anew(trafford, record, lambda t: t["by"].update(note="secret"))).code is Code.RECORD_ALTERED


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_a_clock_that_was_far_off_can_be_shown_in_every_time_zone(trafford: Workspace, record: Path, at: str) -> None:
    found = datetime.fromisoformat(sealing.verify(signed_anew(trafford, record, lambda t: t.update(at=at))).at)
    assert found.astimezone(timezone(timedelta(hours=14)))
    assert found.astimezone(timezone(timedelta(hours=-12)))


ODD: dict[str, tuple[tuple[str, str, str, object], ...]] = {
    "a judged case in another sample": (("case", "C01", "sample", "victims"),),
    "a case without a sample": (("case", "C01", "sample", ""),),
    "totals beside judgements": (("totals", "2.1.1", "yes", 3), ("totals", "2.1.1", "of", 5)),
    "a visit of one day": (("inspection", "inspection", "return_start", "2025-06-02"),),
}


@pytest.mark.parametrize("what", ODD)
def test_what_counts_for_no_rating_is_left_out_of_a_record_that_verifies(
    trafford: Workspace, tmp_path: Path, what: str
) -> None:
    for entity, item, field, value in ODD[what]:
        trafford.editor.set(entity, trafford.case_id(item) if entity == "case" else item, field, value)  # type: ignore[arg-type]
    rated = sealing.seal(trafford, tmp_path / "r.json").rated
    assert sealing.verify(tmp_path / "r.json").rated == rated
    assert [s.rating for s in rated.standards] == [
        s.rating for s in ratings.rate(trafford.framework, trafford.rated_from()).standards
    ]
    assert by_script(tmp_path / "r.json").returncode == 0


def test_nothing_is_sealed_that_would_not_be_verified(trafford: Workspace, tmp_path: Path) -> None:
    trafford.editor.set("rating", "2.1", "rating", "Good")  # which its cases rate
    with pytest.raises(Expected) as error:
        sealing.seal(trafford, tmp_path / "r.json")
    assert error.value.code is Code.NOT_SEALABLE
    assert list(tmp_path.glob("r.json")) == []
    assert sealing.standing(trafford) is None


def test_what_another_program_wrote_a_moment_ago_is_sealed(trafford: Workspace, tmp_path: Path) -> None:
    """The ratings are kept until this window knows of it, which is within a second: the record said those before."""
    before = trafford.rated_from()
    with closing(Workspace.open(trafford.laptop, trafford.path)) as other:
        one = next(j for j in before.judgements if j.answer is Answer.YES)
        other.editor.set("judgement", f"{one.case}/{one.question}", "answer", "no")
        written = other.rated_from()
    sealing.seal(trafford, tmp_path / "record.json")
    assert written.judgements != before.judgements
    assert (
        json.loads((tmp_path / "record.json").read_text())["inspection"]
        == ratings_record.content(trafford.framework, written)["inspection"]
    )
    standing = sealing.standing(trafford)
    assert standing is not None
    assert not standing.changed


@pytest.mark.parametrize("said", ["{}", "0" * 63, "0" * 65, "G" * 64, "A" * 64, "sealed", "\n" + "0" * 64])
def test_what_is_no_seal_seals_nothing_and_breaks_none(trafford: Workspace, tmp_path: Path, said: str) -> None:
    """A field holds any text, and a colleague's changed program any that it likes."""
    trafford.editor.set("inspection", "inspection", "sealed", said)
    assert (sealing.standing(trafford), sealing.figures(trafford)) == (None, {})
    sealing.seal(trafford, tmp_path / "record.json")
    before = sealing.standing(trafford), sealing.figures(trafford)
    assert before[1]
    trafford.editor.set("inspection", "inspection", "sealed", said)
    assert (sealing.standing(trafford), sealing.figures(trafford)) == before


def test_an_inspection_that_is_not_finished_is_sealed_as_provisional(workspace: Workspace, tmp_path: Path) -> None:
    workspace.editor.set("rating", "V1.2", "rating", "Superb")  # a word that no framework has counts as none
    sealing.seal(workspace, tmp_path / "r.json")
    found = sealing.verify(tmp_path / "r.json")
    assert found.rated.provisional
    assert found.rated.score is None
    assert by_script(tmp_path / "r.json").returncode == 0


def test_the_script_is_no_longer_than_it_says() -> None:
    assert len(SCRIPT.read_text().splitlines()) <= 80


def test_the_published_reports_come_out_of_the_script_as_they_were_printed() -> None:
    for name in sorted((resources() / "samples").glob("*.json")):
        framework, inspection = exchange.load(name)
        assert_agree(framework, inspection)


def test_program_and_script_agree_on_random_records(pytestconfig: pytest.Config) -> None:
    """`--records 1000` for all of them."""
    seed, known = pytestconfig.getoption("--seed"), frameworks.known()
    for number in range(pytestconfig.getoption("--records")):
        chance = random.Random(seed + number)
        framework = chance.choice(known)
        assert_agree(framework, any_inspection(framework, chance))


def assert_agree(framework: Framework, inspection: Inspection) -> None:
    said = json.loads(ratings_record.canonical(ratings_record.content(framework, inspection)))
    assert _script()["result_of"](said) == said["result"]


@cache
def _script() -> dict[str, Any]:
    return run_path(str(SCRIPT))


def any_inspection(framework: Framework, chance: random.Random) -> Inspection:
    """Cases in every sample, every mix of answers, some totals, ratings and decisions, some of them none that count."""
    words = [word.word for word in framework.rating.words]
    points = [word.points for word in framework.rating.words]
    cases = [
        Case(f"{sample.code}{n}", f"{sample.code}{n}", sample.code)
        for sample in framework.samples
        for n in range(chance.choice((0, 1, 2, 5, 17)))
    ]
    open_, na = chance.choice((0.0, 0.1, 0.6)), chance.choice((0.0, 0.1, 1.0))
    asked = [(case.id, q.ref) for case in cases for _, q in framework.sample_questions(case.sample)]
    judgements = [Judgement(case, q, _answer(chance, na)) for case, q in asked if chance.random() >= open_]
    totals = [
        Totals(ref, yes := chance.randrange(12), yes + chance.randrange(9))
        for ref, (standard, _) in framework.questions.items()
        if standard.sample and ref != standard.ref and chance.random() < 0.1
    ]
    whole = {t.question for t in totals}
    subjects = [*(s.ref for s in framework.standards), *(q for q in framework.questions if chance.random() < 0.5)]
    ratings = [
        GivenRating(subject, chance.choice([*words, None]), stars=chance.choice([*points, None]) if stars else None)
        for subject in subjects
        if chance.random() < 0.7
        for stars in [framework.rating.scale.value == "stars"]
    ]
    panel = [
        PanelDecision(s.ref, chance.choice(words), chance.choice(("for this", "")))
        for s in framework.standards
        if chance.random() < 0.3
    ]
    start = exchange.load(exchange.sample_document())[1]
    return Inspection(
        framework=framework.id,
        service="Anywhere",
        start=start.start,
        end=start.end,
        cases=tuple(cases),
        judgements=tuple(j for j in judgements if j.question not in whole),
        totals=tuple(totals),
        ratings=tuple(ratings),
        panel=tuple(panel),
        return_start=chance.choice((None, start.start)),
    )


def _answer(chance: random.Random, na: float) -> Answer:
    return Answer.NA if chance.random() < na else chance.choice((Answer.YES, Answer.NO))


def _spoilt(record: dict[str, Any], chance: random.Random) -> None:
    """Something that no record holds stands anywhere in it, or something is missing."""
    place: Any = record
    while True:
        key = chance.choice(list(place) if isinstance(place, dict) else list(range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.3:
            break
        place = place[key]
    if chance.random() < 0.3:
        del place[key]
    else:
        place[key] = chance.choice([None, [], {}, "x", -1, 1e400, True, {"ref": []}, ["\ud800"]])


def test_the_script_says_a_sentence_of_whatever_is_no_record(record: Path, seed: int) -> None:
    chance, whole = random.Random(seed), record.read_text()
    other = record.with_name("other.json")
    texts = ["", "nonsense", "[]", "{}", "null", "1" * 5000, "[" * 100_000, '{"framework": {"standards": []}}']
    for _ in range(12):
        tree = json.loads(whole)
        while json.dumps(tree) == json.dumps(json.loads(whole)):  # what is put there may be what stood there
            _spoilt(tree, chance)
        texts.append(json.dumps(tree))
    for text in texts:
        other.write_text(text)
        told = by_script(other)
        assert told.returncode == 1, text[:200]
        assert "Traceback" not in told.stderr, told.stderr
    other.write_bytes(b"\xff\xfe\x00")
    for path in (other, record.with_name("none.json"), record.parent):
        assert "Traceback" not in by_script(path).stderr
