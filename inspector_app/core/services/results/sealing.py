"""The sealed record of the ratings (docs/sealed-record.md): made and signed at the close, recomputed by whoever doubts it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from inspector_app.core import files
from inspector_app.core.crypto import keys, parcel
from inspector_app.core.domain import live_figures
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.domain.team import Card
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.handoff.strict import matching, moment
from inspector_app.core.interchange import document, jsontext, ratings_record
from inspector_app.core.interchange.jsontext import invalid
from inspector_app.core.rating.engine import rate
from inspector_app.core.services import frameworks
from inspector_app.core.services.cases import marking
from inspector_app.core.services.people import standing as standing_of
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.services.workspace import INSPECTION, Workspace
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading.whose_word import said_by, words_on
from inspector_app.core.words import listed, say

FORMAT, VERSION = "sealed-ratings", 1
_KEYS = ("at", "by", *ratings_record.WHAT, "signature")
_NAMED = 3  # differences that a refusal names
_LARGEST = 20_000_000  # bytes: a record of a large inspection has some hundred thousand
_LONGEST = 100  # letters of a framework's id
_NO_KEY = "(no such key)"

Json = dict[str, Any]
_SEAL = re.compile(r"[0-9a-f]{64}(\n|\Z)")  # how the note of a seal begins: with its digest


@dataclass(frozen=True, slots=True)
class Record:
    """A record that holds: when it was sealed (ISO 8601, UTC) and by whom, and what was rated, by which rules, how."""

    at: str
    by: Card
    framework: Framework
    inspection: Inspection
    rated: Rated

    @property
    def groups(self) -> str:
        """The key groups of who sealed it, as on their identity card."""
        return keys.groups(self.by)


@dataclass(frozen=True, slots=True)
class Sealed:
    """That the ratings were sealed: when (ISO 8601, UTC), by whom (a name), and whether what is rated is another since."""

    at: str
    by: str
    changed: bool


def seal(workspace: Workspace, path: Path) -> Record:
    """Write the record of the ratings as they are now, signed, and note in the inspection that they are sealed.

    An inspection that is not finished is sealed as what it is, provisional. Nothing is sealed that would not be verified.
    Expected: NOT_SEALABLE (what is rated is not as a document can say it, or is not all this person's to see; or they are
    neither the lead nor a quality lead); as `outgoing.write` and `Editor.set`.
    """
    workspace.news()  # what another program wrote a moment ago is sealed too
    _refuse_others(workspace, path)
    _refuse_blind(workspace, path)
    framework, inspection = workspace.framework, workspace.rated_from()
    said = ratings_record.content(framework, inspection)
    card, at = workspace.laptop.card(), now()
    record = {"format": FORMAT, "version": VERSION, "at": at, "by": asdict(card), **said}
    record["signature"] = parcel.sign(workspace.laptop.keyring.signing_key, _message(record)).hex()
    data = (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()
    sealed = _sealable(data, str(path), framework)
    with outgoing.written([(path, data)], workspace.laptop):
        workspace.editor.set("inspection", INSPECTION, "sealed", _seal(said, sealed.rated))
    return sealed


def unrated(workspace: Workspace) -> list[str]:
    """The standards (refs) that would be sealed without a rating, as it stands now."""
    rated = rate(workspace.framework, workspace.rated_from())
    return [one.ref for one in rated.standards if one.rating is None]


def verify(path: Path, extra: Path | None = None) -> Record:
    """The record in a file, when its signature holds and it recomputes here. `extra`: the folder of added frameworks.

    Expected: FILE_MISSING, FILE_TOO_LARGE, NOT_TEXT, NOT_JSON, DOCUMENT_INVALID (with the place), FILE_NEWER,
    RECORD_ALTERED (the signature is not over these words), FRAMEWORK_UNKNOWN, RECORD_DIFFERS (it does not recompute).
    """
    return _verified(files.read_bytes(path, _LARGEST), str(path), lambda wanted: frameworks.find(wanted, extra))


def _sealable(data: bytes, where: str, framework: Framework) -> Record:
    try:
        return _verified(data, where, lambda _: framework)
    except Expected as error:
        raise Expected(Code.NOT_SEALABLE, where=where, why=str(error.facts.get("why", error.code.value))) from error


def _verified(data: bytes, where: str, find: Callable[[str], Framework]) -> Record:
    tree = jsontext.tree(jsontext.decode(data, where), where)
    _check_shape(tree, where)
    at, card = _signer(tree, where)
    framework = find(tree["framework"]["id"])
    inspection = document.read(json.dumps(tree["inspection"]), f"{where}, $.inspection", lambda _: framework)
    again = json.loads(json.dumps(ratings_record.content(framework, inspection)))
    again["framework"]["version"] = tree["framework"]["version"]  # another is no fault while its rules are the same
    differing = list(_differing({key: tree[key] for key in again}, again, "$"))
    if differing:
        raise Expected(Code.RECORD_DIFFERS, where=where, why="; ".join(differing[:_NAMED]))
    return Record(at, card, framework, inspection, rated=rate(framework, inspection))


def standing(workspace: Workspace) -> Sealed | None:
    """How the ratings of the inspection are sealed; None when they are not, or the seal was taken back.

    Who marks a case blind is not told whether they are others since.
    """
    newest = _newest(workspace)
    if newest is None:
        return None
    if marking.blind_cases(workspace):  # whether it says what is hidden here is hidden too
        return Sealed(newest.at, newest.by, changed=False)
    now_said = ratings_record.digest(ratings_record.content(workspace.framework, workspace.rated_from()))
    return Sealed(newest.at, newest.by, str(newest.value).partition("\n")[0] != now_said)


def figures(workspace: Workspace) -> dict[str, str]:
    """The figures that the texts of the findings say once the ratings are sealed; none while they are not.

    None for who marks a case blind either: they count the first's answers.
    """
    newest = None if marking.blind_cases(workspace) else _newest(workspace)
    return live_figures.of_lines(str(newest.value).partition("\n")[2]) if newest else {}


def _refuse_others(workspace: Workspace, path: Path) -> None:
    """The lead seals at the close of the panel (docs/sealed-record.md), or whom they have to stand in for them."""
    found = standing_of.reviewers(workspace)
    if workspace.me not in {person.id for person in found}:
        why = say("the lead and quality leads seal the ratings: {who}", who=listed([person.name for person in found]))
        raise Expected(Code.NOT_SEALABLE, where=path, why=why)


def _refuse_blind(workspace: Workspace, path: Path) -> None:
    blind = sorted(workspace.case_ref(case) for case in marking.blind_cases(workspace))
    if blind:
        why = f"you mark {', '.join(blind)} blind, so how the first marked is not counted here"
        raise Expected(Code.NOT_SEALABLE, where=path, why=why)


def _seal(said: Json, rated: Rated) -> str:
    """What the inspection notes: the digest of what was sealed, and below it the figures of then."""
    return f"{ratings_record.digest(said)}\n{live_figures.as_lines(live_figures.figures(rated.standards))}"


def _newest(workspace: Workspace) -> HistoryRow | None:
    """The last seal of those whose word it is, unless they took it back since.

    What anybody else writes there, and what is no seal, as only a changed program writes it, neither seals nor unseals: the
    texts of every laptop say the figures that stand in it.
    """
    rows = workspace.history("inspection", INSPECTION, "sealed")
    if not rows:
        return None
    with workspace.database.read() as connection:
        word = words_on(connection, [row.change for row in rows])
    who = standing_of.who_reviewed(workspace, frozenset().union(*(word.of(row.change) for row in rows)))
    with workspace.database.read() as connection:
        _, heads = journal.current(connection, "inspection", INSPECTION, "sealed")
        said = said_by(connection, heads, lambda change, by: bool(by & who) and _is_seal(change.value))
    last = {change.id for one in said.values() for change in one.last}
    newest = next((row for row in rows if row.change in last), None)
    return newest if newest is not None and newest.value else None


def _is_seal(value: Value) -> bool:
    return not value or bool(_SEAL.match(str(value)))


def _message(record: Mapping[str, Any]) -> bytes:
    said = {key: value for key, value in record.items() if key != "signature"}
    return f"{FORMAT} {VERSION}\n".encode() + ratings_record.canonical(said)


def _check_shape(tree: Json, where: str) -> None:
    if tree.get("format") != FORMAT:
        raise invalid(where, "$.format", f'it is no sealed record, which says "{FORMAT}" here')
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise Expected(Code.FILE_NEWER, where=where, found=version, known=VERSION)
    if type(version) is not int or version != VERSION:
        raise invalid(where, "$.version", f"it must be {VERSION}")
    for key in _KEYS:
        kind = str if key in ("at", "signature") else dict
        if not isinstance(tree.get(key), kind):
            raise invalid(where, f"$.{key}", "this key is missing, or is not what it must be")
    rules = tree["framework"]
    if not isinstance(rules.get("id"), str) or len(rules["id"]) > _LONGEST or type(rules.get("version")) is not int:
        raise invalid(where, "$.framework", "it says neither which framework it is nor in which version")
    for key in tree.keys() - {"format", "version", *_KEYS}:
        raise invalid(where, jsontext.step("$", key), "there is no such key")


def _signer(tree: Json, where: str) -> tuple[str, Card]:
    """When it was sealed and by whom, when it is signed with the key of the card in it."""
    try:
        at = moment(tree["at"])
        card = card_file.of_json(tree["by"])
        signature = bytes.fromhex(matching(card_file.SIGNATURE, tree["signature"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Expected(Code.RECORD_ALTERED, where=where) from None
    and_no_more = tree["by"] == json.loads(json.dumps(asdict(card)))
    if not (and_no_more and parcel.is_signed(card.signing, _message(tree), signature)):
        raise Expected(Code.RECORD_ALTERED, where=where)
    return at, card


def _differing(said: Any, found: Any, path: str) -> Iterator[str]:
    """Where the record says something else than what is found by recomputing it."""
    if isinstance(said, dict) and isinstance(found, dict):
        for key in sorted({*said, *found}):
            yield from _differing(said.get(key, _NO_KEY), found.get(key, _NO_KEY), jsontext.step(path, key))
    elif isinstance(said, list) and isinstance(found, list) and len(said) == len(found):
        for place, (one, other) in enumerate(zip(said, found, strict=True)):
            yield from _differing(one, other, jsontext.step(path, place))
    elif said != found or type(said) is not type(found):
        yield f"{path} is {jsontext.shown(said)} and comes out as {jsontext.shown(found)}"
