"""The parts of a report as a framework file says them: read, and checked for what a JSON Schema cannot say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inspector_app.core.domain.parts import (
    COUNTED,
    FIELD,
    GROUNDS_IN_WORDS,
    GROUNDS_OF_A_SAMPLE,
    GROUNDS_OF_STANDARDS,
    NOT,
    OF_A_SAMPLE,
    OF_A_STANDARD,
    PLAIN_FIELDS,
    PLAIN_GROUNDS,
    Drafted,
    Holds,
    Numbered,
    Part,
    StandardHeadings,
)
from inspector_app.core.interchange.frameworks.wrong import Wrong, numbered, once

Json = Mapping[str, Any]
_AT_MOST_ONCE = (Holds.RATINGS, Holds.RECOMMENDATIONS, Holds.TEAM, Holds.FIGURES)
_NEEDED = (Holds.RATINGS, Holds.RECOMMENDATIONS, Holds.STANDARDS)

_FORMS = {  # what a part can say, and what it has to; any other has a heading and what closes it
    Holds.TEXT: (("section", "heading", "level", "drafted", "closing", "about"), ("section", "heading")),
    Holds.PRINTED: (("heading", "level", "drafted"), ("heading",)),
    Holds.STANDARDS: (("domains",), ()),
}


def part(held: Json) -> Part:
    """A part, from a file that was checked."""
    holds = Holds(held.get("holds", Holds.TEXT))
    return Part(
        holds=holds,
        code=held.get("section", holds.value),
        heading=held.get("heading", ""),
        level=int(held.get("level", 1)),
        drafted=drafted(held.get("drafted", ())),
        closing=drafted(held.get("closing", ())),
        about=held.get("about", ""),
        domains=tuple(held.get("domains", ())),
    )


def drafted(paragraphs: Sequence[Json | str]) -> tuple[Drafted, ...]:
    """The paragraphs that the program writes."""
    return tuple(_drafted(said) for said in paragraphs)


def _drafted(said: Json | str) -> Drafted:
    if isinstance(said, str):
        return Drafted(Numbered(said, said))
    if "sentences" in said:
        return Drafted(Numbered("", ""), sentences=tuple(map(_drafted, said["sentences"])))
    one, many = (said.get("text") or said[number] for number in ("one", "many"))
    otherwise = _drafted(said["otherwise"]) if "otherwise" in said else None
    return Drafted(Numbered(one, many), said.get("counts", ""), tuple(said.get("needs", ())), otherwise)


def standard_headings(said: Json | None) -> StandardHeadings | None:
    """The headings inside a standard's section; None where the reports have the usual ones."""
    return None if said is None else StandardHeadings(**said)


def check(document: Json) -> None:
    """Raises Wrong at the first part that contradicts another, or the rest of the file."""
    for at, domain in numbered("$.domains", document.get("domains", ())):
        _sentences(f"{at}.drafted", domain.get("drafted", ()), document)
    if "report" in document:
        _report(document)


def _report(document: Json) -> None:
    parts = list(numbered("$.report", document["report"]))
    once((f"{at}.section", held["section"]) for at, held in parts if "section" in held)
    once((f"{at}.holds", held["holds"]) for at, held in parts if held.get("holds") in _AT_MOST_ONCE)
    for kind in _NEEDED:
        if kind not in [held.get("holds") for _, held in parts]:
            raise Wrong("$.report", f"no part holds the {kind.value}, so nobody would read them")
    if parts[0][1].get("level", 1) != 1:
        raise Wrong("$.report[0].level", "the first part stands under no other")
    _printed_once(parts, document)
    taken = {*Holds, *_refs(document)}
    for at, held in parts:
        _form(at, held)
        if held.get("section") in taken:
            raise Wrong(f"{at}.section", f"{held['section']!r} is what something else is called here")
        for name in ("drafted", "closing"):
            _sentences(f"{at}.{name}", held.get(name, ()), document)


def _form(at: str, held: Json) -> None:
    """A part says what its kind has, and nothing else."""
    holds = Holds(held.get("holds", Holds.TEXT))
    has, needs = _FORMS.get(holds, (("heading", "level", "closing"), ("heading",)))
    for name in needs:
        if name not in held:
            raise Wrong(at, f"a part that holds {holds.value} has to have its {name!r}")
    for name in held:
        if name not in ("holds", *has):
            raise Wrong(f"{at}.{name}", f"a part that holds {holds.value} has no {name!r}")


def _refs(document: Json) -> Iterator[str]:
    for standard in document["standards"]:
        yield standard["ref"]
        yield from (question["ref"] for question in standard["key_questions"])


def _printed_once(parts: Sequence[tuple[str, Json]], document: Json) -> None:
    """Each standard is printed in one part."""
    known = list(dict.fromkeys(s.get("domain", "") for s in document["standards"]))
    found: list[tuple[str, str]] = []
    for at, held in parts:
        if held.get("holds") == Holds.STANDARDS:
            domains = held.get("domains", known)
            found += [(f"{at}.domains[{place}]", title) for place, title in enumerate(domains)]
    titles = [*known, *(domain["title"] for domain in document.get("domains", ()))]
    for at, title in found:
        if title not in titles:
            raise Wrong(at, f"there is no domain {title!r}; the domains are {', '.join(dict.fromkeys(titles))}")
    once(found)
    for title in known:
        if title not in [printed for _, printed in found]:
            raise Wrong("$.report", f"the standards under {title!r} are printed in no part")


def _sentences(path: str, paragraphs: Sequence[Json | str], document: Json) -> None:
    for at, said in numbered(path, paragraphs):
        _sentence(at, said, document)


def _sentence(at: str, said: Json | str, document: Json) -> None:
    """A sentence has one of the forms of the schema, and what is in it is known. Raises Wrong."""
    if isinstance(said, str):
        _uncounted(at, said, document)
        return
    forms = [form for form in ("text", "counts", "sentences") if form in said]
    if len(forms) != 1 or (forms == ["sentences"] and "needs" in said):
        raise Wrong(at, "a sentence has one of three forms: text; counts, one and many; or sentences alone")
    if "text" in said:
        _uncounted(f"{at}.text", said["text"], document)
    if "counts" in said:
        _counted(at, said, document)
    _sentences(f"{at}.sentences", said.get("sentences", ()), document)
    for where, need in numbered(f"{at}.needs", said.get("needs", ())):
        if not _is_ground(need.removeprefix(NOT), document):
            raise Wrong(where, f"{need!r} is nothing that can be looked for in an inspection")
    if "otherwise" in said:
        _sentence(f"{at}.otherwise", said["otherwise"], document)


def _uncounted(at: str, text: str, document: Json) -> None:
    if "n" in _fields(at, text, document):
        raise Wrong(at, "nothing says what {n} is the number of")


def _counted(at: str, said: Json, document: Json) -> None:
    counted, _, sample = said["counts"].partition(" ")
    if counted not in COUNTED or (counted == "cases") != (sample in document["samples"]):
        raise Wrong(f"{at}.counts", f"{said['counts']!r} cannot be counted; {_countable(document)} can")
    _fields(f"{at}.one", said["one"], document)
    if "n" not in _fields(f"{at}.many", said["many"], document):
        raise Wrong(f"{at}.many", "the number that is counted has no place here; it is {n}")


def _is_ground(need: str, document: Json) -> bool:
    kind, _, about = need.partition(" ")
    if not about:
        return kind in PLAIN_GROUNDS
    code, _, case_type = about.partition("/")
    sample = document["samples"].get(code)
    if kind in GROUNDS_OF_A_SAMPLE and sample is not None:
        windows = [window["applies_to"] for window in sample["windows"]]
        return not case_type or case_type in windows
    titles = {domain["title"] for domain in document.get("domains", ())}
    standards = {s[name] for s in document["standards"] for name in ("ref", "domain") if name in s} | titles
    return kind in GROUNDS_IN_WORDS or (kind in GROUNDS_OF_STANDARDS and about in standards)


def _countable(document: Json) -> str:
    return ", ".join([*sorted(COUNTED - {"cases"}), *(f"cases {code}" for code in document["samples"])])


def _fields(at: str, text: str, document: Json) -> set[str]:
    """The fields of a paragraph, each of which can be filled. Raises Wrong."""
    for found in FIELD.finditer(text):
        if not _known(found.group(1), found.group(2) or "", document):
            names = ", ".join(sorted(PLAIN_FIELDS | OF_A_SAMPLE | OF_A_STANDARD))
            raise Wrong(at, f"{found.group()} is not known here; the fields are {names}")
    return {found.group(1) for found in FIELD.finditer(text)}


def _known(name: str, about: str, document: Json) -> bool:
    if name in OF_A_SAMPLE:
        code, _, kind = about.partition("/")
        sample = document["samples"].get(code)
        windows = [window["applies_to"] for window in sample["windows"]] if sample else []
        return kind in windows if kind else bool(windows)
    if name in OF_A_STANDARD:
        return about in {standard["ref"] for standard in document["standards"]}
    return name in PLAIN_FIELDS and not about
