"""The same paragraph twice in a draft is found, but for a few words too, and no other is."""

from inspector_app.core.domain.draft.repeated import repeated
from inspector_app.core.domain.rows import TextRow

STOCK = "Practitioners built good relationships with children and their parents, and used these to plan safe work."


def text(group: str, said: str) -> TextRow:
    return TextRow(id=f"{group}-{len(said)}", group=group, kind="narrative", text=said, position=0)


def test_a_paragraph_that_stands_twice_is_found_with_the_place_of_the_first() -> None:
    first, second = text("2.1", f"Other words.\n{STOCK}"), text("2.2", f"- {STOCK.upper()}")
    (found,) = repeated([first, second])
    assert (found.text, found.before) == (second, first)
    (found,) = repeated([text("2.3", f"{STOCK}\n\n{STOCK}")])
    assert found.text == found.before


def test_a_few_other_words_do_not_hide_it() -> None:
    assert len(repeated([text("2.1", STOCK), text("2.2", STOCK.replace("children", "families"))])) == 1


def test_short_lines_and_other_paragraphs_of_the_same_words_are_left() -> None:
    assert repeated([text("2.1", "One parent said:"), text("2.2", "One parent said:")]) == []
    turned = " ".join(reversed(STOCK.split()))
    assert repeated([text("2.1", STOCK), text("2.2", turned)]) == []
