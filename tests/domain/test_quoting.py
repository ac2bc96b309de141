"""Who said a quotation: taken apart, put behind it again, and nothing of what was said is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.text.quoting import (
    ROLES,
    Quotation,
    of_line,
    printed,
    quotation,
    quotations,
    with_quotation,
    written,
)

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40).map(lambda said: f"“{said}”")
SPEAKERS = st.sampled_from(["", *ROLES, "mother", "mother, by telephone", "Rheolwr achos"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("“They never asked.” (mother)", Quotation("“They never asked.”", "mother")),
        ('"I asked."(Male).', Quotation('"I asked."', "Male")),
        ("“Ben was there.” (child, Name changed)", Quotation("“Ben was there.”", "child", changed=True)),
        ("“Ben was there.” (name changed)", Quotation("“Ben was there.”", changed=True)),
        ("“They came (late) .”", Quotation("“They came (late) .”")),
        ("They came (late)", Quotation("They came (late)")),
        ("They never asked me. (child)", Quotation("“They never asked me.”", "child")),
        ("They never asked (Young  person).", Quotation("“They never asked”", "Young person")),
        ("Ben was there (mother, name changed)", Quotation("“Ben was there”", "mother", changed=True)),
        ("It was (the boy said) late", Quotation("It was (the boy said) late")),
        ("I told the (key worker) of it (twice)", Quotation("I told the (key worker) of it (twice)")),
        ("“They came.” ()", Quotation("“They came.”")),
    ],
)
def test_what_stands_in_brackets_behind_a_quotation_says_who_said_it(typed: str, said: Quotation) -> None:
    assert quotation(typed) == said


@given(words=WORDS, speaker=SPEAKERS, changed=st.booleans())
def test_what_is_written_is_read_again(words: str, speaker: str, changed: bool) -> None:
    said = Quotation(words, speaker, changed=changed)
    assert quotation(written(said)) == said


@given(text=st.text(max_size=40) | WORDS)
def test_what_was_said_is_kept_whatever_is_typed(text: str) -> None:
    read = quotation(text)
    assert text.strip().startswith(read.words)
    assert quotation(written(read)) == read


def test_words_without_quotation_marks_get_them_so_that_brackets_behind_them_are_the_speaker() -> None:
    assert written(Quotation("They came (late)", "child")) == "“They came (late)” (child)"


def test_a_changed_name_is_a_footnote_of_the_findings() -> None:
    note = "^[The name has been changed to protect the individual’s identity.]"
    assert printed(Quotation("“Ben asked.”", "child", changed=True)) == f"“Ben asked.” (child){note}"
    assert printed(Quotation("“Ben asked.”", "child")) == "“Ben asked.” (child)"


def test_what_somebody_said_has_quotation_marks_in_the_findings_though_nobody_says_who() -> None:
    assert printed(Quotation("They asked me.")) == "“They asked me.”"
    assert printed(Quotation("“They asked me.”")) == "“They asked me.”"


def test_a_paragraph_keeps_its_mark_and_gets_who_said_it() -> None:
    line = "  - quotation:  “one”"
    said = of_line(line)
    assert said == Quotation("“one”")
    assert with_quotation(line, Quotation("“one”", "victim")) == "  - quotation: “one” (victim)"
    assert [of_line(other) for other in ("Strength: “one”", "“one”", "Quotation: ")] == [None] * 3


def test_the_quotations_of_a_note_are_its_marked_ones_that_say_anything() -> None:
    note = "“no mark” (mother)\n- quotation: “one” (mother)\nQuotation:\nStrength: “no”\nQuotation: two"
    assert quotations(note) == [Quotation("“one”", "mother"), Quotation("two")]
