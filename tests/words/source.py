"""Every sentence of the program, read from its source, and what is wrong with how it is written there."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import inspector_app
from tests.architecture.sources import nodes_of

PACKAGE = Path(inspector_app.__file__).parent
OWNER = "inspector_app.core.words"
REFUSALS, SAYS_REFUSALS = PACKAGE / "ui" / "refusals", PACKAGE / "ui" / "errors.py"
SAYING: dict[str, tuple[int | str, ...]] = {"say": (0,), "count": (1, 2), "later": (0,)}  # which arguments are texts
# Rows of tables that put what they hold into words themselves: the module, and which arguments of which class.
TABLES: dict[str, dict[str, tuple[int | str, ...]]] = {
    "inspector_app/ui/actions.py": {"Command": (1, 3)},
    "inspector_app/ui/pages.py": {"PageRow": (1, 4)},
    "inspector_app/core/domain/fields.py": {"Field": (1, "label", "unit", "said"), "Entity": (1,)},
}
# Facts that Welsh leaves as they are, by the names that they have in every sentence.
_NUMBERS = {"n", "number", "numbers", "of", "yes", "percent", "exact", "least", "most", "lower", "low", "high", "score"}
_DATES = {"day", "days", "end", "month", "year", "time"}  # each begins with its number
_PEOPLE = {"name", "names", "by", "sender", "person", "first"}
_REFERENCES = {
    "ref", "refs", "case", "cases", "question", "questions", "framework", "row", "rows", "line", "column", "position",
}  # fmt: skip
_AS_WRITTEN = {"where", "path", "known", "found", "key", "heading", "title"}  # files, keys, what somebody typed
ANYWHERE = _NUMBERS | _DATES | _PEOPLE | _REFERENCES | _AS_WRITTEN
_FREE = re.compile(r"(^|[:,;·.(“‘'\"–…=]\s?)$")  # what a fact of any other kind stands after


@dataclass(frozen=True)
class Sentence:
    """One text, or the two of a number (`counts`), or those of a row of a table.

    `facts` None when they are given where it is shown.
    """

    where: str
    texts: tuple[str, ...]
    facts: frozenset[str] | None
    counts: bool


@cache
def sentences() -> tuple[Sentence, ...]:
    """Every sentence of the program; read once."""
    return tuple(sentence for path in _modules() for sentence in in_module(path.read_text("utf-8"), _name(path)))


def faults() -> list[str]:
    """Everything in the program that is not written as core/words asks."""
    found: list[str] = []
    for folder in sorted({path.parent for path in _modules()}):
        here = {_name(path): path.read_text("utf-8") for path in sorted(folder.glob("*.py"))}
        beside = {_name(SAYS_REFUSALS): SAYS_REFUSALS.read_text("utf-8")} if folder == REFUSALS else {}
        found += [fault for name, source in here.items() for fault in faults_in(source, name)]
        found += shown_without_facts(here | beside)
    return found


def placeholders(text: str) -> list[str]:
    """The names in braces, in order."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def in_module(source: str, name: str) -> Iterator[Sentence]:
    """The sentences of one module whose texts can be read."""
    for call, places in _calls(source, name):
        texts = [found for found in _texts(call, places) if isinstance(found, str)]
        saying = call.func.id if isinstance(call.func, ast.Name) else ""
        given = frozenset(k.arg for k in call.keywords if k.arg) if saying in ("say", "count") else None
        if texts:
            yield Sentence(f"{name}:{call.lineno}", tuple(texts), given, saying == "count")


def faults_in(source: str, name: str) -> Iterator[str]:
    """What is wrong in one module, a line each."""
    for call, places in _calls(source, name):
        if not all(isinstance(text, str) for text in _texts(call, places)):
            yield f"{name}:{call.lineno} the text must stand in the call itself, whole"
        if any(keyword.arg is None for keyword in call.keywords):
            yield f"{name}:{call.lineno} every fact must be named in the call"
    for sentence in in_module(source, name):
        yield from (f"{sentence.where} {fault}" for fault in _of_sentence(sentence))
    yield from (f"{name}:{node.lineno} {fault}" for node, fault in _glued(source, name))


def shown_without_facts(modules: dict[str, str]) -> list[str]:
    """Texts of tables with a fact that no module beside them gives. The errors' facts are those of what is raised."""
    given = {fact for source in modules.values() for fact in _given_later(source)}
    later = [s for name, source in modules.items() for s in in_module(source, name) if s.facts is None]
    wanted = [(s.where, text, set(placeholders(text)) - given) for s in later for text in s.texts]
    return (
        []
        if None in given
        else [f"{where} {text!r} is never given {sorted(lacking)}" for where, text, lacking in wanted if lacking]
    )


def bound(text: str) -> list[str]:
    """The facts in a text that a translation could need to mutate."""
    found, before = [], ""
    for literal, name, _, quoted in Formatter().parse(text):
        before += literal
        if name is not None and name not in ANYWHERE and not quoted and not _FREE.search(before):
            found.append(name)
        before += "x"  # the fact itself
    return found


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def _imported(source: str) -> set[str]:
    return {
        alias.name
        for node in nodes_of(source)
        if isinstance(node, ast.ImportFrom) and node.module == OWNER
        for alias in node.names
        if alias.asname is None
    }


def _known(source: str, name: str) -> dict[str, tuple[int | str, ...]]:
    """What says something in this module, and which of its arguments are texts."""
    if OWNER not in source and "def say" not in source:  # most modules: neither imports nor owns it
        return TABLES.get(name, {})
    module = nodes_of(source)[0]
    assert isinstance(module, ast.Module)
    owner = any(isinstance(node, ast.FunctionDef) and node.name == "say" for node in module.body)
    imported = _imported(source)
    return {saying: SAYING[saying] for saying in SAYING if owner or saying in imported} | TABLES.get(name, {})


def _calls(source: str, name: str) -> Iterator[tuple[ast.Call, tuple[int | str, ...]]]:
    """The calls that say something, and which of their arguments are texts."""
    if not (known := _known(source, name)):
        return
    for node in nodes_of(source):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            yield node, known[node.func.id]


def _texts(call: ast.Call, places: tuple[int | str, ...]) -> Iterator[str | None]:
    """The texts of a call; None for one that cannot be read. What comes from another table is read there."""
    for place in places:
        given = call.args[place : place + 1] if isinstance(place, int) else _keyword(call, place)
        for node in (part for one in given for part in (one.elts if isinstance(one, ast.Tuple) else [one])):
            if not isinstance(node, ast.Attribute):
                yield node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
        if not given and isinstance(place, int):
            yield None


def _keyword(call: ast.Call, name: str) -> list[ast.expr]:
    return [keyword.value for keyword in call.keywords if keyword.arg == name]


def _of_sentence(sentence: Sentence) -> Iterator[str]:
    names = {name for text in sentence.texts for name in placeholders(text)}
    for text in sentence.texts:
        if not text or text != text.strip() or text[0] in ",.;:)!?" or "  " in text:
            yield f"{text!r} is a piece of a sentence"
        if not all(
            name.isidentifier() and not spec for _, name, spec, _ in Formatter().parse(text) if name is not None
        ):
            yield f"{text!r} has a placeholder that is more than a name"
    if sentence.facts is not None and names - {"n"} != sentence.facts - {"n"}:
        yield f"{sentence.texts[0]!r} has {sorted(names)}, and is given {sorted(sentence.facts)}"


def _glued(source: str, name: str) -> Iterator[tuple[ast.expr, str]]:
    """Sentences that words are put together around."""
    said = {id(call) for call, _ in _calls(source, name)}
    for node in nodes_of(source) if said else ():
        parts: list[ast.expr] = []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            parts = [node.left, node.right]
        if isinstance(node, ast.JoinedStr) and re.search("[A-Za-z]", _letters(node)):
            parts = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        if any(id(part) in said for part in parts) and isinstance(node, ast.expr):
            yield node, f"a sentence is glued to other words: {ast.unparse(node)}"


def _letters(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))


def _given_later(source: str) -> set[str | None]:
    """The facts that tables of this module are said with; None among them when they are not named."""
    if ".say(" not in source:
        return set()
    calls = [node for node in nodes_of(source) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return {keyword.arg for call in calls if call.func.attr == "say" for keyword in call.keywords}  # type: ignore[attr-defined]
