"""`cases`: a service's list of cases into a workspace, with what its columns and its words for types mean."""

import argparse
from collections.abc import Sequence

from inspector_app.commands import opened, session, terminal
from inspector_app.core.domain.cases.case_list import COLUMNS, LEFT_OUT, Listing, TypeWord
from inspector_app.core.domain.text import alike
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import case_lists
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, listed, say
from inspector_app.ui.words.case_list import own_number, problems_said

Options = argparse.Namespace
AS_IT_STANDS, OUT = "=", "-"  # in place of a type


def cases(options: Options) -> None:
    """Bring the cases of a list into a workspace; a second import of it corrects the types that the first gave."""
    with opened.workspace(options, options.workspace) as workspace:
        listing = case_lists.open_list(options.file)
        places = case_lists.guess(listing, workspace.team(), workspace.framework) | _columns(listing, options.columns)
        if "ref" not in places:
            raise _refused(listing, _no_reference(listing))
        means = _means(workspace, listing, case_lists.type_words(workspace, listing, places), options.types)
        reading = case_lists.read(workspace, listing, places, _sample(workspace, listing, options.sample), means)
        unread = [h.text for h in listing.headings if not h.personal and h.place not in places.values()]
        left = [say("Not read: {columns}", columns=", ".join(unread))] if unread else []
        remarks = filter(None, (listing.remark, *left, own_number(listing, places)))
        for said in (*remarks, *problems_said(reading.errors), *problems_said(reading.warnings)):
            terminal.tell(said)
        if reading.good:
            case_lists.import_cases(workspace, reading.good, session.ticket(), means)
    corrected = sum(line.corrects is not None for line in reading.good)
    out = len(reading.lines) - len(reading.good)
    done = (
        count(len(reading.good) - corrected, "{n} case imported", "{n} cases imported"),
        count(corrected, "{n} type corrected", "{n} types corrected"),
        count(out, "{n} row left out", "{n} rows left out"),
    )
    terminal.tell(", ".join(done))


def _columns(listing: Listing, said: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The cells of the columns that were named. Expected: CASE_LIST_INVALID (no such field or heading, or a personal one)."""
    headings = {alike.key(heading.text): heading for heading in listing.headings}
    found = {}
    for code, name in said:
        heading = headings.get(alike.key(name))
        if code not in {column.code for column in COLUMNS}:
            raise _refused(
                listing, say("{field}: not a field of a case; the fields are {known}", field=code, known=_fields())
            )
        if heading is None:
            raise _refused(listing, say("{name}: not one of its headings", name=name))
        if heading.personal:
            raise _refused(
                listing, say("{name}: never imported; what it holds: {what}", name=name, what=heading.personal)
            )
        found[code] = heading.place
    return found


def _no_reference(listing: Listing) -> str:
    known = listed([heading.text for heading in listing.headings if not heading.personal])
    return say(
        "which column is the reference is not known; say it with --column ref=HEADING. Its headings: {known}",
        known=known,
    )


def _fields() -> str:
    return listed([column.code for column in COLUMNS])


def _sample(workspace: Workspace, listing: Listing, said: str) -> str:
    known = [sample.code for sample in workspace.framework.samples]
    if said and said not in known:
        raise _refused(
            listing, say("{sample}: not a sample; the samples are {known}", sample=said, known=listed(known))
        )
    return said


def _means(
    workspace: Workspace, listing: Listing, words: Sequence[TypeWord], said: Sequence[tuple[str, str]]
) -> dict[str, str]:
    """What each word means: as said now, else as known. Expected: CASE_LIST_INVALID (a word or type that is not there)."""
    types = {alike.key(kind): kind for kind in case_lists.types(workspace)} | {AS_IT_STANDS: "", OUT: LEFT_OUT}
    by_text = {alike.key(word.text): word for word in words}
    means = {word.key: word.means for word in words}
    known = {word.key for word in words if word.since}
    for text, kind in said:
        word, meant = by_text.get(alike.key(text)), types.get(alike.key(kind))
        if word is None:
            raise _refused(listing, say("{word}: not a word for a type in it", word=text))
        if meant is None:
            known_types = listed(case_lists.types(workspace))
            raise _refused(
                listing, say("{type}: not a type of the framework; the types are {known}", type=kind, known=known_types)
            )
        means[word.key] = meant
        known.add(word.key)
    asked = [f"{word.text} ({count(word.rows, '{n} row', '{n} rows')})" for word in words if word.key not in known]
    if asked:
        why = say("{words}: what type that is, is not known; say it with --type 'WORD=TYPE'", words=listed(asked))
        raise _refused(listing, why)
    return means


def _refused(listing: Listing, why: str) -> Expected:
    return Expected(Code.CASE_LIST_INVALID, where=listing.where, why=why)
