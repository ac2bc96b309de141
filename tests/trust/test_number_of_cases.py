"""How many cases an inspection can have: what brings more is refused whole, by whichever way it comes."""

from pathlib import Path

import pytest

from inspector_app.core.domain.cases import most
from inspector_app.core.domain.ids import new_id
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import case_references
from inspector_app.core.services.cases import several
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.handoffs import believing
from tests.trust.hostile import Three, log, made, refused, sound, take

pytestmark = pytest.mark.usefixtures("no_backups")


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if lists bore five cases, and of one laptop four."""
    monkeypatch.setattr(case_references, "MOST_CASES", 4)
    monkeypatch.setattr(exchange, "MOST_CASES", 4)
    monkeypatch.setattr(believing, "MOST_TAKEN", 5)


def test_what_is_sent_with_more_is_refused_and_leaves_nothing_and_the_rest_is_taken(three: Three) -> None:
    """A hundred thousand were taken: each list took twenty seconds from then on, on every laptop."""
    writer, hand = three.mal.me, three.hand
    before = log(three.bea)
    more = [made(hand.device.id, 900 + n, writer, (("case", new_id(), "ref"), f"X{n}", ())) for n in range(3)]
    assert refused(three.bea, hand.send([three.bea], more)) is Code.TOO_MANY_CASES
    assert log(three.bea) == before
    take(three.bea, hand.send([three.bea], more[:2]))
    assert len(three.bea.case_rows()) == 5
    assert refused(three.bea, hand.send([three.bea], more[2:])) is Code.TOO_MANY_CASES
    three.exchange(three.ann, three.bea)
    sound(three.ann, three.bea)


def test_whoever_filled_it_up_keeps_nobody_from_adding_once_the_lead_removed_what_they_put_in(three: Three) -> None:
    writer, hand, cases = three.mal.me, three.hand, [new_id(), new_id()]
    many = [made(hand.device.id, 900 + n, writer, (("case", case, "ref"), f"X{n}", ())) for n, case in enumerate(cases)]
    for one in (three.ann, three.bea):
        take(one, hand.send([one], many))
    with pytest.raises(Expected) as full:
        three.ann.add_case("C09", three.ann.framework.samples[0].code)
    assert full.value.code is Code.VALUE_INVALID
    assert several.remove(three.ann, cases).refused == {}
    three.ann.add_case("C09", three.ann.framework.samples[0].code)
    three.exchange(three.ann, three.bea)
    assert [len(one.case_rows()) for one in (three.ann, three.bea)] == [4, 4]
    sound(three.ann, three.bea)


def test_what_is_added_here_or_by_a_document_is_refused_too(three: Three, tmp_path: Path) -> None:
    ann = three.ann
    with pytest.raises(Expected) as many:
        setting_up.add_cases(ann, "D01", 2, ann.framework.samples[0].code)
    assert many.value.facts["why"] == "an inspection has at most 4"
    setting_up.add_cases(ann, "D01", 1, ann.framework.samples[0].code)
    exchange.export(ann, document := tmp_path / "all.inspection.json")
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace('"ref": "C01"', '"ref": "E01"'), encoding="utf-8")
    with pytest.raises(Expected) as brought:
        exchange.import_file(ann, document)
    assert (brought.value.code, brought.value.facts["number"]) == (Code.TOO_MANY_CASES, 5)
    assert len(ann.case_rows()) == 4
    assert most.MOST_TAKEN > most.MOST_CASES
