"""A draft that comes back from a word processor: each change and comment shown, taken or left, and hostile ones refused."""

import contextlib
import json
import random
import re
import shutil
import subprocess
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.text.run import Run

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.returned import hunks
from inspector_app.core.domain.returned.difference import What
from inspector_app.core.domain.returned.hunks import State
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import copies, findings, reports, returned
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept

pytestmark = pytest.mark.usefixtures("no_backups")

OFFICE = Path(__file__).parent / "by_office.py"
PYTHON = "/usr/bin/python3"


def has_bridge() -> bool:
    there = shutil.which("soffice") is not None and Path(PYTHON).exists()
    return there and subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


by_another_program = pytest.mark.skipif(not has_bridge(), reason="LibreOffice and its bridge are not installed")


@pytest.fixture
def inspection(laptop: Laptop) -> Iterator[Workspace]:
    """The sample, in a workspace."""
    framework, sample = exchange.load(exchange.sample_document())
    made = Workspace.create(laptop, laptop.new_path("Trafford"), framework.id, sample.service, sample.start)
    exchange.import_file(made, exchange.sample_document())
    yield made
    made.close()


def sent(workspace: Workspace, path: Path, scope: Scope = Scope.SERVICE) -> Path:
    """The draft as a copy goes out."""
    made, copy = copies.of_workspace(workspace, scope)
    path.write_bytes(
        reports.draft_findings(workspace.framework, made, datetime.now(UTC).astimezone(), copy=copy, ending=".docx")
    )
    return path


def edited(path: Path, out: Path, changes: list[tuple[str, str]], *, track: bool) -> Path:
    """The same after LibreOffice."""
    edits = out.with_suffix(".json")
    edits.write_text(json.dumps({"track": track, "changes": changes}), encoding="utf-8")
    command = [PYTHON, str(OFFICE), str(out.parent / "office"), str(path), str(out), str(edits)]
    subprocess.run(command, check=True, timeout=240)
    return out


def saved_again(path: Path) -> Path:
    """The same, opened and saved by LibreOffice."""
    home, out = f"-env:UserInstallation=file://{path.parent}/office", path.parent / "o"
    command = ["soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out]
    subprocess.run([*command, path], check=True, capture_output=True, timeout=120)
    return out / path.name


def commented(path: Path, comments: list[tuple[str, str]]) -> Path:
    """The same with a comment on each of these words."""
    document = Document(str(path))
    runs = [(run, run.text) for paragraph in document.paragraphs for run in paragraph.runs]
    for words, said in comments:
        at = next(place for place, (_, text) in enumerate(runs) if words in text)
        run, text = runs[at]
        before, _, after = text.partition(words)
        own, rest = Run(deepcopy(run._r), run._parent), Run(deepcopy(run._r), run._parent)
        run._r.addnext(own._r)
        own._r.addnext(rest._r)
        run.text, own.text, rest.text = before, words, after
        runs[at : at + 1] = [(run, before), (own, words), (rest, after)]
        document.add_comment(own, said, author="Trafford", initials="T")
    document.save(str(path))
    return path


def sentences(workspace: Workspace) -> list[tuple[str, str]]:
    """Words of texts that stand once in all of them, each with the text it is in."""
    rows = [*workspace.findings(), *workspace.recommendations()]
    whole = "\n".join(row.text for row in rows)
    found = []
    for row in rows:
        for line in row.text.splitlines():
            words = line.split()
            for at in range(0, len(words) - 5, 12):
                said = " ".join(words[at : at + 5])
                if whole.count(said) == 1 and not set(said) & set("[]^*>"):
                    found.append((said, row.id))
    return found


def otherwise(said: str, n: int) -> str:
    """Other words in their place: replaced, cut short, gone on with, Welsh and signs, signs alone, or one sign more."""
    words = said.split()
    ways = (
        f"{words[0]} word{n} changed{n}",
        " ".join(words[:-2]),
        f"{said} and more{n}",
        f"{words[0]} Tŷ’r “{n}” & <b>5% – £{n}</b>",
        f"({n}) – ¿or? {n}!",
        f"{words[0]}{n} {' '.join(words[1:])}",
    )
    return ways[n % len(ways)]


@by_another_program
@pytest.mark.parametrize("track", [True, False], ids=["tracked", "plain"])
def test_forty_changes_and_forty_comments_of_another_program(
    inspection: Workspace, tmp_path: Path, track: bool
) -> None:
    places = sentences(inspection)
    assert len(places) >= 80
    changes = [(said, otherwise(said, n)) for n, (said, _) in enumerate(places[:80:2])]
    comments = [(said, f"Comment number {n}: not so.") for n, (said, _) in enumerate(places[1:80:2])]
    path = edited(sent(inspection, tmp_path / "out.docx"), tmp_path / "back.docx", changes, track=track)
    commented(path, comments)  # afterwards: a LibreOffice without windows ends at the first one
    came = returned.read(inspection, path)
    assert [d for d in came.differences if d.what is not What.WORDS] == []
    assert len(came.differences) == 40
    assert len(came.said) == 40
    assert {d.by for d in came.differences} <= ({"", "Unknown Author"} if track else {""})
    wanted = dict(changes)
    for number, difference in enumerate(came.differences):  # half of them are taken, half are left
        if number % 2 == 0:
            returned.take(inspection, came, difference.key)
    states = returned.states(inspection, came)
    assert [states[d.key] for d in came.differences] == [State.TAKEN, State.OPEN] * 20
    whole = "\n".join(row.text for row in [*inspection.findings(), *inspection.recommendations()])
    assert sum(new in whole and (said in new or said not in whole) for said, new in wanted.items()) == 20
    assert sum(said in whole and (new in said or new not in whole) for said, new in wanted.items()) == 20
    assert {s.quoted for s in came.said} == {said for said, _ in comments}
    assert all(s.id and s.by == "Trafford" for s in came.said)


@by_another_program
def test_comments_and_bookmarks_survive_the_saving_of_another_program(inspection: Workspace, tmp_path: Path) -> None:
    words = sentences(inspection)[3][0]
    path = commented(sent(inspection, tmp_path / "out.docx"), [(words, "Not so.")])
    came = returned.read(inspection, saved_again(path))
    assert came.differences == ()
    assert [(s.quoted, s.text, s.by) for s in came.said] == [(words, "Not so.", "Trafford")]


# what is changed by hand, as Word writes it


def word(path: Path, change: Callable[[str], str], part: str = "word/document.xml") -> Path:
    """The file with one of its parts changed."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def paragraph(xml: str, words: str) -> str:
    """The whole paragraph in which these words stand."""
    at = xml.index(words)
    return xml[xml.rindex("<w:p>", 0, at) : xml.index("</w:p>", at) + len("</w:p>")]


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """An inspection with a narrative of three paragraphs, two strengths and a recommendation."""
    for kind, text in (
        ("narrative", "Plans were made.\n\nChildren had a say in 9 of 12 cases.\n\nReviews came late.^[As told.]"),
        ("strength", "Staff knew the children well."),
        ("strength", "Partners were quick to help."),
    ):
        made = findings.add_finding(workspace, "2.1", kind)
        workspace.editor.set("finding", made, "text", text)
    made = findings.add_recommendation(workspace, "The board")
    workspace.editor.set("recommendation", made, "text", "Look at the reviews.")
    return workspace


def text_of(workspace: Workspace, number: int = 0) -> str:
    return workspace.findings()[number].text


def test_a_draft_that_nobody_touched_says_nothing_else(small: Workspace, tmp_path: Path) -> None:
    for scope in Scope:
        came = returned.read(small, sent(small, tmp_path / "out.docx", scope))
        assert (came.differences, came.said) == ((), ())
        assert came.stamp is not None
        assert came.stamp.scope is scope


@pytest.mark.parametrize("text", ["A one.\n>\nB two.", "> \n> said\n>\n- \n- x", "> **T**\n>", ">\nA one.", ">"])
def test_signs_that_print_nothing_are_no_difference(small: Workspace, tmp_path: Path, text: str) -> None:
    """A draft that nobody had touched came back without the lines of a lone sign."""
    small.editor.set("finding", small.findings()[0].id, "text", text)
    path = sent(small, tmp_path / "out.docx")
    assert returned.read(small, path).differences == ()


PIECES = (
    "**", "*", "- ", ">", "\n> ", "\n- ", "\n", "\n\n", " ", "  ", "\t", "\u00a0", "\u2028", "\u200b", "\u200f", "[", "]",
    "^", "^[", "^[]", " ^[ ]", "^[As told.]", "^[Nodyn **tew**.]", "^[As\ntold.]", "^[[a] b]", "x²", "Plans were made",
    "9 of 12", "تقييم", "Tŷ’r Cyngor", "“I told them” (mother)", "1. ", "#", "|", "&amp;", "<b>", "e\u0301", "[=", ".", "\\",
)  # fmt: skip


def test_whatever_was_typed_a_draft_that_nobody_touched_says_nothing_else(
    small: Workspace, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    rows = [("finding", row.id) for row in small.findings()] + [
        ("recommendation", r.id) for r in small.recommendations()
    ]
    for _ in range(12):
        for entity, text in rows:
            small.editor.set(entity, text, "text", "".join(chance.choices(PIECES, k=chance.randint(1, 12))))
        path = sent(small, tmp_path / "out.docx", chance.choice(list(Scope)))
        assert returned.read(small, path).differences == ()


@pytest.mark.parametrize(
    "around",
    [
        *("{}", "{}\n", "\n {} ", "a\tb {} c", "{}^[]", "{} ^[", "^[One.] ^[Two.] {}", "- {}\n\n^[See\nit.]\u00a0"),
        *("{} [=2.1.1]^[As told.]", "[=2.1.1|9 of 12|as counted]^[As told.] {}", "[=2.1.1|9 of 12|as counted] {}"),
    ],
)
def test_of_a_text_with_odd_blanks_and_notes_only_what_was_changed_is_a_difference(
    small: Workspace, tmp_path: Path, around: str
) -> None:
    for row in small.findings():
        small.editor.set("finding", row.id, "text", around.format("Staff knew them."))
    changed = word(sent(small, tmp_path / "out.docx"), lambda xml: xml.replace("Staff knew", "Staff met"))
    found = [(d.removed, d.added) for d in returned.read(small, changed).differences]
    assert found == [("knew", "met")] * len(small.findings())


def test_an_owner_typed_with_should_comes_back_as_it_went(small: Workspace, tmp_path: Path) -> None:
    for owner in ("The head of service should", "the head of service SHOULD:", "Police:", "should"):
        made = findings.add_recommendation(small, owner)
        small.editor.set("recommendation", made, "text", f"Act on what was found about {owner[4:8]}.")
    for scope in Scope:
        came = returned.read(small, path := sent(small, tmp_path / "out.docx", scope))
        assert came.differences == ()
    changed = word(
        path, lambda xml: xml.replace("Act on what was found about head.", "Act on what was seen about head.", 1)
    )
    (one,) = returned.read(small, changed).differences
    assert one.what is What.WORDS


def test_a_tracked_replacement_in_split_runs_is_one_change_with_its_author(small: Workspace, tmp_path: Path) -> None:
    by = 'w:id="7" w:author="Ann" w:date="2026-03-12T10:00:00Z"'
    path = word(
        sent(small, tmp_path / "out.docx"),
        lambda xml: xml.replace(
            "Plans were made.</w:t></w:r>",
            "Plans </w:t></w:r><w:r><w:t>we</w:t></w:r><w:r><w:t>re </w:t></w:r>"
            f"<w:del {by}><w:r><w:delText>made</w:delText></w:r></w:del>"
            f"<w:ins {by}><w:r><w:t>agre</w:t></w:r><w:r><w:t>ed</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>",
        ),
    )
    (one,) = returned.read(small, path).differences
    assert (one.removed, one.added, one.by, one.at) == ("made", "agreed", "Ann", "2026-03-12T10:00:00Z")


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("We found checks in most cases of the year.", "We found reviews of every plan in the year.", 1),
        ("Staff were keen, committed, and passionate.", "Staff were able and well led.", 1),
        ("Plans came late in a number of cases.", "Plans came early in a number of reviews.", 2),
        ("12 of 15 cases", "11 of 14 cases", 2),
        ("Plans\nReviews", "Goals\nReports", 2),
    ],
)
def test_other_words_over_several_are_one_difference_though_a_word_comes_again(
    before: str, after: str, changes: int
) -> None:
    found = hunks.hunks(before, after)
    assert len(found) == changes
    assert hunks.applied(before, found) == after
    assert len(hunks.hunks(before, after, join=False)) >= 2, "of two people each has their own"


@pytest.mark.parametrize("saved", [pytest.param(True, marks=by_another_program), False], ids=["saved again", "as sent"])
def test_signs_that_part_a_footnote_from_the_right_are_no_changes(
    small: Workspace, tmp_path: Path, saved: bool
) -> None:
    right = "\u05e9\u05dc\u05d5\u05dd"
    said = f"He said {right}^[a note] {right} twice, and \u202eover^[one more] again."
    small.editor.set("finding", small.findings()[0].id, "text", said)
    path = sent(small, tmp_path / "out.docx")
    with zipfile.ZipFile(path) as package:
        assert package.read("word/document.xml").decode().count("\u200e") == 2
    path = saved_again(path) if saved else path
    assert returned.read(small, path).differences == ()
    path = word(path, lambda xml: xml.replace("twice", "thrice"))
    (one,) = (came := returned.read(small, path)).differences
    returned.take(small, came, one.key)
    assert text_of(small) == said.replace("twice", "thrice")


def test_a_change_that_is_taken_is_a_step_of_its_text_that_undo_takes_back(small: Workspace, tmp_path: Path) -> None:
    path = word(sent(small, tmp_path / "out.docx"), lambda xml: xml.replace("Plans were made.", "Plans were agreed."))
    came = returned.read(small, path)
    item = returned.take(small, came, came.differences[0].key)
    assert text_of(small).startswith("Plans were agreed.\n\nChildren had a say")
    assert text_of(small).endswith("Reviews came late.^[As told.]")
    assert item is not None
    change = small.editor.history("finding", item[1], "text")[0]
    assert change.by == "Ruth Ashdown"
    again = returned.read(small, path)
    assert set(returned.states(small, again).values()) == {State.TAKEN}
    assert returned.take(small, again, again.differences[0].key) is None
    small.editor.undo(*item)
    assert text_of(small).startswith("Plans were made.")
    assert returned.states(small, came)[came.differences[0].key] is State.OPEN


def test_what_was_written_here_meanwhile_stays(small: Workspace, tmp_path: Path) -> None:
    path = word(sent(small, tmp_path / "out.docx"), lambda xml: xml.replace("Plans were made.", "Plans were agreed."))
    row = small.findings()[0]
    small.editor.set("finding", row.id, "text", row.text.replace("came late", "came in time"))
    came = returned.read(small, path)
    assert came.changed_since == 1
    (one,) = came.differences
    returned.take(small, came, one.key)
    assert "agreed" in text_of(small)
    assert "came in time" in text_of(small)


def test_a_change_of_words_that_are_no_more_does_not_fit_and_changes_nothing(small: Workspace, tmp_path: Path) -> None:
    path = word(sent(small, tmp_path / "out.docx"), lambda xml: xml.replace("Plans were made.", "Plans were agreed."))
    row = small.findings()[0]
    small.editor.set("finding", row.id, "text", row.text.replace("Plans were made.", "There were no plans."))
    came = returned.read(small, path)
    with pytest.raises(Expected) as refused:
        returned.take(small, came, came.differences[0].key)
    assert refused.value.code is Code.TEXT_CHANGED
    assert text_of(small).startswith("There were no plans.")


def test_a_live_figure_and_a_footnote_stay_what_they_are(small: Workspace, tmp_path: Path) -> None:
    row = small.findings()[0]
    small.editor.set("finding", row.id, "text", "Seen in [=2.1.1] of them.^[See there.] Good work.")
    path = word(sent(small, tmp_path / "out.docx", Scope.PANEL), lambda xml: xml.replace("Good work", "Fine work"))
    judge = small.case_id("C01")
    small.editor.set("judgement", f"{judge}/2.1.1", "answer", "yes")  # the figure moves on meanwhile
    came = returned.read(small, path)
    (one,) = came.differences
    returned.take(small, came, one.key)
    assert text_of(small) == "Seen in [=2.1.1] of them.^[See there.] Fine work."


def test_a_footnote_that_somebody_changed_or_took_away_is_a_difference(small: Workspace, tmp_path: Path) -> None:
    path = sent(small, tmp_path / "out.docx")
    word(path, lambda xml: xml.replace("As told.", "As told, and [seen]."), "word/footnotes.xml")
    came = returned.read(small, path)
    (one,) = came.differences
    returned.take(small, came, one.key)
    assert text_of(small).endswith("Reviews came late.^[As told, and seen.]")
    gone = word(sent(small, tmp_path / "gone.docx"), lambda xml: re.sub(r"<w:footnoteReference[^>]*/>", "", xml))
    came = returned.read(small, gone)
    assert What.WORDS in {difference.what for difference in came.differences}
    for difference in came.differences:
        if difference.what is What.WORDS:
            returned.take(small, came, difference.key)
    assert text_of(small).endswith("Reviews came late.")


def test_a_footnote_that_was_taken_away_is_not_put_where_a_frozen_figure_has_its_own(
    small: Workspace, tmp_path: Path
) -> None:
    row = small.findings()[0]
    small.editor.set("finding", row.id, "text", "In [=2.1.1|9 of 12|as counted] of them, reviews came late.^[As told.]")

    def without_the_last(xml: str) -> str:
        at = xml.index("<w:footnoteReference", xml.index("reviews came late"))
        return xml[:at] + xml[xml.index(">", at) + 1 :]

    (one,) = returned.read(small, word(sent(small, tmp_path / "out.docx"), without_the_last)).differences
    assert (one.removed.strip(), one.added) == ("^[As told.]", "")


def test_what_only_looks_like_a_figure_does_not_act(small: Workspace, tmp_path: Path) -> None:
    path = word(sent(small, tmp_path / "out.docx"), lambda xml: xml.replace("Plans were", "[=2.1.1] ^[x] plans were"))
    came = returned.read(small, path)
    for one in came.differences:
        returned.take(small, came, one.key)
    assert text_of(small).startswith("[ =2.1.1] ^ [x] plans were")


def test_paragraphs_deleted_put_in_and_moved_are_shown_each(small: Workspace, tmp_path: Path) -> None:
    def change(xml: str) -> str:
        plans, say_ = paragraph(xml, "Plans were made."), paragraph(xml, "Children had a say")
        strength = paragraph(xml, "Staff knew")
        xml = xml.replace(plans, "").replace(say_, say_ + plans)  # moved
        xml = xml.replace(strength, "")  # deleted
        bullet = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>Managers listened.</w:t></w:r></w:p>'
        partners = paragraph(xml, "Partners were quick")
        return xml.replace(partners, partners + bullet)

    came = returned.read(small, word(sent(small, tmp_path / "out.docx"), change))
    found = {d.what for d in came.differences}
    assert found == {What.WORDS, What.GONE, What.NEW}
    taken = {one.what: returned.take(small, came, one.key) for one in came.differences}
    texts = [row.text for row in small.findings()]
    assert texts[0].startswith("Children had a say in 9 of 12 cases.\n\nPlans were made.")
    assert texts[1:] == ["Partners were quick to help.", "Managers listened."]
    assert set(returned.states(small, came).values()) == {State.TAKEN}
    for what in (What.NEW, What.GONE):
        item = taken[what]
        assert item is not None
        small.editor.undo(*item)
    left = [row.text for row in small.findings() if row.text]
    assert left[1:] == ["Staff knew the children well.", "Partners were quick to help."]


def test_items_in_another_order_are_one_difference(small: Workspace, tmp_path: Path) -> None:
    def change(xml: str) -> str:
        first, second = paragraph(xml, "Staff knew"), paragraph(xml, "Partners were quick")
        return xml.replace(first, "").replace(second, second + first)

    came = returned.read(small, word(sent(small, tmp_path / "out.docx"), change))
    (one,) = came.differences
    assert one.what is What.ORDER
    item = returned.take(small, came, one.key)
    assert [row.text for row in small.findings()][1:] == [
        "Partners were quick to help.",
        "Staff knew the children well.",
    ]
    assert item is not None
    small.editor.undo(*item)
    assert text_of(small, 1) == "Staff knew the children well."


def test_a_paragraph_that_lost_its_bookmark_is_known_by_what_it_says(small: Workspace, tmp_path: Path) -> None:
    def change(xml: str) -> str:
        known = paragraph(xml, "Children had a say")
        bare = re.sub(r"<w:bookmark(Start|End)[^>]*>", "", known).replace("had a say", "had their say")
        return xml.replace(known, bare)

    came = returned.read(small, word(sent(small, tmp_path / "out.docx"), change))
    assert [(d.removed, d.added) for d in came.differences] == [("a", "their")]


def test_what_the_program_prints_is_told_and_not_taken(small: Workspace, tmp_path: Path) -> None:
    path = word(sent(small, tmp_path / "out.docx"), lambda xml: xml.replace("Not yet rated", "Outstanding"))
    came = returned.read(small, path)
    assert {d.what for d in came.differences} == {What.PRINTED}
    with pytest.raises(Expected):
        returned.take(small, came, came.differences[0].key)


def test_a_copy_of_a_text_that_was_deleted_here_says_so(small: Workspace, tmp_path: Path) -> None:
    path = sent(small, tmp_path / "out.docx")
    findings.delete(small, "finding", small.findings()[1].id)
    came = returned.read(small, path)
    assert came.gone_since == 1
    assert came.differences == ()


def test_a_text_that_was_written_after_the_copy_is_not_missed_in_it(small: Workspace, tmp_path: Path) -> None:
    path = sent(small, tmp_path / "out.docx")
    time.sleep(1.1)  # the copy says the second it was made in
    made = findings.add_finding(small, "2.1", "strength")
    small.editor.set("finding", made, "text", "Something new.")
    assert returned.read(small, path).differences == ()


# what nobody may believe


def test_a_draft_of_another_inspection_is_refused(
    small: Workspace, make_workspace: Callable[..., Workspace], tmp_path: Path
) -> None:
    other = make_workspace("Salford")
    with pytest.raises(Expected) as refused:
        returned.read(small, sent(other, tmp_path / "out.docx"))
    assert refused.value.code is Code.DRAFT_FOREIGN


def test_any_other_document_is_refused(small: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    Document().save(str(path))
    with pytest.raises(Expected) as refused:
        returned.read(small, path)
    assert refused.value.code is Code.DRAFT_UNMARKED


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        part.write(b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>")
        for _ in range(100):
            part.write(b" " * 1_000_000)


def entities(path: Path) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE d [<!ENTITY l0 "lol">{lol}]><d>&l11;</d>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", xml)


def outside(path: Path) -> None:
    xml = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", xml.encode("utf-16"))


def deep(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<a>" * 100_000)


def many(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<a>{'<b/>' * 3_000_000}</a>")


def long(path: Path) -> None:
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:p {space}><w:r><w:t>{'x' * 200_000}</w:t></w:r></w:p>")


def twice(path: Path) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as package:
        warnings.simplefilter("ignore")
        for _ in range(2):
            package.writestr("word/document.xml", "<a/>")


def no_part(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<a/>")


def half(path: Path) -> None:
    Document().save(str(path))
    path.write_bytes(path.read_bytes()[:9_000])


def old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(2_000))


def nothing(path: Path) -> None:
    path.write_bytes(b"")


HOSTILE = (bomb, entities, outside, deep, many, long, twice, no_part, half, old, nothing)


@pytest.mark.parametrize("made", HOSTILE, ids=lambda made: made.__name__)
def test_a_hostile_file_is_refused_within_bounds(
    small: Workspace, tmp_path: Path, made: Callable[[Path], None]
) -> None:
    path = tmp_path / "bad.docx"
    made(path)
    tracemalloc.start()
    with pytest.raises(Expected) as refused:
        returned.read(small, path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.value.code is Code.DRAFT_UNREADABLE
    assert most < 40_000_000


def test_a_file_of_broken_parts_at_random_is_read_or_refused(small: Workspace, tmp_path: Path) -> None:
    path = sent(small, tmp_path / "out.docx")
    whole, chance = path.read_bytes(), random.Random(13)
    for _ in range(150):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt)
        with contextlib.suppress(Expected):
            returned.read(small, path)


def test_pictures_are_counted_and_not_read(small: Workspace, tmp_path: Path) -> None:
    drawn = "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>"
    path = word(
        sent(small, tmp_path / "out.docx"),
        lambda xml: xml.replace("Plans were made.</w:t></w:r>", f"Plans were made.</w:t></w:r>{drawn}"),
    )
    came = returned.read(small, path)
    assert (came.pictures, came.differences) == (1, ())


def test_a_draft_tells_no_id_and_no_text_of_ours(small: Workspace, tmp_path: Path) -> None:
    path = sent(small, tmp_path / "out.docx")
    with zipfile.ZipFile(path) as package:
        whole = b"".join(package.read(name) for name in package.namelist()).decode("utf-8", "replace")
    assert small.id not in whole
    assert all(row.id not in whole for row in small.findings())


@pytest.mark.parametrize(
    "held", ["", "{", "[]", "null", '{"path": 1, "left": [], "row": 0}', '{"path": "x", "left": 3}']
)
def test_what_was_kept_of_a_draft_and_is_spoilt_is_none(workspace: Workspace, held: str) -> None:
    begun = returned.Begun(Path("back.docx"), frozenset({"a"}), 2)
    returned.keep_begun(workspace, begun)
    assert returned.begun(workspace) == begun
    with workspace.database.write() as connection:
        kept.keep(connection, kept.RETURNED, "", held)
    assert returned.begun(workspace) is None
    returned.keep_begun(workspace, None)
    assert returned.begun(workspace) is None
