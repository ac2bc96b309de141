"""Every sentence of the program against the rules in core/words."""

import pytest

from tests.words import source

# Sentences with a fact where Welsh could have to mutate it. They are older than the rule; a catalogue words each around
# its fact ("…: {rating}"). No new one comes in, and one that is worded otherwise leaves the list.
BEFORE_THE_RULE = {
    "Changes {computed} to {rating}, which is what scores. Percentages stay as they are.",
    "It can be closed once it says {what}.",
    "Overall {word} from {n} point",
    "Overall {word} from {n} points",
    "The concern stays open: it does not say yet {missing}. Nothing was changed; write that down and close it then.",
    "{name}’s work up to {moment} is here.",
    "This is you: your work up to {moment} is here.",
    "Two people set {what} differently. Settle it at the conflict desk; until then nothing is changed here.",
    "{name}’s work up to {moment}",
    "changed by the panel from {rating}",
    "marked {mark}",
    "work up to {moment} is here",
    "{cases} and {answers} read; {values} changed. A backup was made first.",
    "{cut} can never be reached; {n} counted standard makes {points}",
    "{cut} can never be reached; {n} counted standards make {points}",
    "{items} and {last}",
    "{name} in {unit}",
    "{weeks} on site; the framework says {usual}.",
    "{where} is on a {kind}, where the live file could be damaged or seen by others. "
    "Nothing was changed; keep it in a local folder, and use Export to put a copy there.",
}


def test_every_sentence_is_written_as_it_is_read() -> None:
    assert source.faults() == []


def test_no_fact_stands_after_a_word_that_could_mutate_it() -> None:
    found = {text for sentence in source.sentences() for text in sentence.texts if source.bound(text)}
    assert found - BEFORE_THE_RULE == set(), "put the fact first, or after a colon"
    assert BEFORE_THE_RULE - found == set(), "these can leave the list"


def test_the_sentences_are_found() -> None:
    texts = {text for sentence in source.sentences() for text in sentence.texts}
    assert {"{n} gap", "{n} gaps", "Show the keys", "January", "{name}’s work up to {moment} is here."} <= texts
    assert len(texts) > 500


IMPORTED = "from inspector_app.core.words import count, later, say\n"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ('say("Work of {name}")', "is given []"),
        ('say("Work of", name=who)', "is given ['name']"),
        ("say(text, name=who)", "the text must stand in the call itself"),
        ('say(f"Work of {who}")', "the text must stand in the call itself"),
        ('say("Work of {name}", **facts)', "every fact must be named in the call"),
        ('say("Work of {}", name=who)', "more than a name"),
        ('say("{number:,} found", number=3)', "more than a name"),
        ('say("{row.name} has it", row=row)', "more than a name"),
        ('say(" of it is here")', "a piece of a sentence"),
        ('say(", contested")', "a piece of a sentence"),
        ('say("")', "a piece of a sentence"),
        ('count(n, "{n} case", cases)', "the text must stand in the call itself"),
        ('count(n, "{n} case of {name}", "{n} cases")', "is given []"),
        ("f\"Import {count(n, '{n} case', '{n} cases')}\"", "a sentence is glued to other words"),
        ("\"Imported: \" + count(n, '{n} case', '{n} cases')", "a sentence is glued to other words"),
        ("say('Share %s out') % what", "a sentence is glued to other words"),
        ('later("a {kind} of it")', "is never given ['kind']"),
    ],
)
def test_what_is_written_otherwise_is_told(written: str, fault: str) -> None:
    module = f"{IMPORTED}said = {written}\n"
    told = [*source.faults_in(module, "here"), *source.shown_without_facts({"here": module})]
    assert any(fault in one for one in told), told


@pytest.mark.parametrize(
    ("module", "written", "fault"),
    [
        ("ui/actions", 'Command("lock", title, ("Ctrl+L",), "Save and lock", HERE)', "the text must stand in the call"),
        ("ui/pages", 'PageRow("week", "Week", at, "Ctrl+1", "The week, ")', "a piece of a sentence"),
        ("core/domain/fields", 'Field("ref", "reference", label=label)', "the text must stand in the call"),
        ("core/domain/fields", 'Field("deleted", "deleted or kept", said=("", "Kept"))', "a piece of a sentence"),
    ],
)
def test_what_a_table_holds_is_read_too(module: str, written: str, fault: str) -> None:
    told = list(source.faults_in(f"row = {written}\n", f"inspector_app/{module}.py"))
    assert any(fault in one for one in told), told


@pytest.mark.parametrize(
    "written",
    [
        'say("Work of {name}", name=who)',
        'count(n, "the last step", "the last {n} steps")',
        "f\"{ref}: {say('contested')}, {count(n, '{n} gap', '{n} gaps')}\"",
        'later("{number} accepted").say(number=3)',
        "' · '.join([say('Nothing here yet.'), name])",
    ],
)
def test_what_is_written_well_is_taken(written: str) -> None:
    module = f"{IMPORTED}said = {written}\n"
    assert [*source.faults_in(module, "here"), *source.shown_without_facts({"here": module})] == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("{rating} takes effect", []), ("Decided: {rating}.", []), ("the last, {rating}", []), ("({rating})", []),
        ("“{rating}” it is", []), ("work of {name} from {n} cases", []), ("from {value!r}", []),
        ("from {rating}", ["rating"]), ("{rating} to {other}", ["other"]), ("a {kind} of {ref}", ["kind"]),
    ],
)  # fmt: skip
def test_a_fact_is_free_at_the_start_and_after_a_stop(text: str, bound: list[str]) -> None:
    assert source.bound(text) == bound
