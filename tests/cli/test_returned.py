"""`returned`: a draft that came back is listed, and some of it taken."""

from pathlib import Path

from docx import Document

from tests.cli.conftest import Run


def test_a_difference_is_listed_taken_by_its_number_and_then_taken(trafford: Path, run: Run) -> None:
    assert run("report", trafford, "-o", "out.docx", "--scope", "service", "--allow", "for the test").status == 0
    document = Document("out.docx")
    text = next(p for p in document.paragraphs if 'w:name="_fwt' in p._p.xml and p.text.startswith("The "))
    text.runs[0].text = text.runs[0].text.replace("The ", "A ", 1)
    document.add_comment(text.runs, "Not so.", author="The service", initials="S")
    document.save("back.docx")
    found = run("returned", trafford, "back.docx", "--json").json
    assert found["scope"] == "service"
    assert [(d["removed"], d["added"], d["state"]) for d in found["differences"]] == [("The", "A", "open")]
    assert [(c["by"], c["text"]) for c in found["comments"]] == [("The service", "Not so.")]
    assert "1 difference" in run("returned", trafford, "back.docx").out
    taken = run("returned", trafford, "back.docx", "--take", "1", "--json").json
    assert taken["differences"][0]["state"] == "taken"
    assert run("returned", trafford, "back.docx", "--take", "9").status == 2
    refused = run("returned", trafford, "out.pdf")
    assert refused.status == 3


def test_of_several_none_is_taken_where_one_cannot_be(trafford: Path, run: Run) -> None:
    """The first had been taken, and what was said was that there is no ninth."""
    assert run("report", trafford, "-o", "out.docx", "--scope", "service", "--allow", "for the test").status == 0
    document = Document("out.docx")
    text = next(p for p in document.paragraphs if 'w:name="_fwt' in p._p.xml and p.text.startswith("The "))
    text.runs[0].text = text.runs[0].text.replace("The ", "A ", 1)
    document.save("back.docx")
    assert run("returned", trafford, "back.docx", "--take", "1", "9").status == 2
    assert run("returned", trafford, "back.docx", "--json").json["differences"][0]["state"] == "open"


def test_words_that_were_taken_out_are_told_from_words_that_were_added(trafford: Path, run: Run) -> None:
    """Both were listed as the words in quotation marks."""
    assert run("report", trafford, "-o", "out.docx", "--scope", "service", "--allow", "for the test").status == 0
    for before, after, said in (("The ", "", "“The” removed"), ("The ", "The real ", "“real” added")):
        document = Document("out.docx")
        text = next(p for p in document.paragraphs if 'w:name="_fwt' in p._p.xml and p.text.startswith("The "))
        text.runs[0].text = text.runs[0].text.replace(before, after, 1)
        document.save("back.docx")
        assert said in run("returned", trafford, "back.docx").out
