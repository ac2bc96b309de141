"""Texts are compared in bounded time, whoever wrote them and whatever stands in them."""

import random
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

import inspector_app
from inspector_app.core.domain.draft import support
from inspector_app.core.domain.returned import hunks
from inspector_app.core.domain.text import compared
from inspector_app.core.domain.text.texts import merged_text
from inspector_app.ui.words import diff

ALIKE = {
    "empty lines": "\n" * 40_000,
    "one line over and over": "a\n" * 30_000,
    "one word over and over": "a " * 40_000,
    "many lines of one word": ("a " * 900 + "\n") * 60,
    "words that are all others": " ".join(str(n) for n in range(30_000)),
}
texts = pytest.mark.parametrize("text", ALIKE.values(), ids=ALIKE)


@pytest.fixture(autouse=True)
def cost(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What each comparison cost: none is begun that would take for ever."""
    found: list[int] = []

    def matcher(junk: None, before: list[str], after: list[str], *, autojunk: bool) -> "SequenceMatcher[str]":
        found.append(compared.pairs(before, after))
        assert len(before) + len(after) <= compared._LONGEST
        assert sum(found) <= 4 * compared.MOST_PAIRS
        return SequenceMatcher(junk, before, after, autojunk=autojunk)

    monkeypatch.setattr(compared, "SequenceMatcher", matcher)
    monkeypatch.setattr(compared, "MOST_PAIRS", 20_000)  # so that the tests take no time either
    monkeypatch.setattr(compared.steps, "__defaults__", (20_000,))
    monkeypatch.setattr(diff._hunks, "__defaults__", (20_000,))
    return found


def becomes(before: list[str], after: list[str], steps: list[compared.Step]) -> list[str]:
    """What the steps make of the one; what is equal is taken from it."""
    made: list[str] = []
    for what, i, j, k, m in steps:
        made += before[i:j] if what == "equal" else after[k:m]
    return made


def test_short_texts_are_compared_as_ever_and_long_ones_come_out_whole(cost: list[int]) -> None:
    chance = random.Random(5)
    for long in (*range(0, 40), 300, 3_000):
        before, after = (chance.choices("abcd", k=chance.randint(0, long)) for _ in "12")
        found = compared.steps(before, after)
        assert becomes(before, after, found) == after
        assert [step[1] for step in found[1:]] == [step[2] for step in found[:-1]], "nothing is left out between"
        if long < 40:
            assert found == SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    assert cost


def test_of_a_text_too_long_to_compare_one_change_is_told_where_it_is() -> None:
    before = ["same"] * 30_000
    after = [*before[:100], "new", *before[100:]]
    assert [step for step in compared.steps(before, after) if step[0] != "equal"] == [("insert", 100, 100, 100, 101)]


@texts
def test_no_text_of_a_package_or_a_draft_takes_hours_to_compare(text: str) -> None:
    other = f"new\n{text[: len(text) // 2]} x {text[len(text) // 2 :]}"
    users: list[Callable[[], object]] = [
        lambda: merged_text(text, other, f"{text}\nend"),
        lambda: diff.diff(text, other),
        lambda: hunks.hunks(text, other),
        lambda: support.placed(text, [other, text]),
    ]
    for use in users:
        use()
    parts = diff.diff(text, other)
    for left_out, whole in ((diff.Kind.REMOVED, other), (diff.Kind.ADDED, text)):
        same = "".join(part.text for part in parts if part.kind is not left_out) == whole
        assert same  # the two are too long to be shown side by side


def test_nothing_compares_texts_in_another_way() -> None:
    root = Path(inspector_app.__file__).parent
    using = {path.name for path in root.rglob("*.py") if "SequenceMatcher" in path.read_text(encoding="utf-8")}
    assert using == {"compared.py"}
