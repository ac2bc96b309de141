"""The figures of one inspection, whatever it comes as: a sealed record, a document of answers or of totals, a workspace."""

from pathlib import Path

from inspector_app.core import files
from inspector_app.core.domain.collection import Collected, Kind, Question, Rules, Standard
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.rated import Rated, RatedQuestion, RatedStandard
from inspector_app.core.domain.text.names import called
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff.package import ANY
from inspector_app.core.interchange import jsontext, ratings_record
from inspector_app.core.rating.engine import rate
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import ENDING, Laptop
from inspector_app.core.services.results import sealing
from inspector_app.core.services.workspace import Workspace

_LARGEST = 64_000_000  # bytes, as of documents
_DOCUMENT = "inspection"  # the format of documents, as they say it
_NO_JSON = (Code.NOT_TEXT, Code.NOT_JSON)


def of_chosen(path: Path, laptop: Laptop | None, extra: Path | None = None) -> Collected:
    """What a document or a record says, or a workspace of this laptop.

    Expected: PACKAGE_TO_TAKE (work of colleagues is never read past its own inspection); NO_FIGURES; as `of_file` and
    `of_workspace`.
    """
    _refuse_package(path)
    if laptop is None or path.suffix.lower() == exchange.DOCUMENT:
        return of_file(path, extra)
    try:
        return of_workspace(laptop, path)
    except Expected as error:
        if error.code is Code.FILE_FOREIGN and path.suffix.lower() != ENDING:  # nobody took it for an inspection
            raise Expected(Code.NO_FIGURES, where=path) from error
        raise


def of_file(path: Path, extra: Path | None = None) -> Collected:
    """What a file of either kind says. Expected: as `of_record` or `of_document`; NO_FIGURES."""
    if path.suffix.lower() == exchange.DOCUMENT and _format(path) == sealing.FORMAT:
        return of_record(path, extra)
    return of_document(path, extra)


def of_added(path: Path, extra: Path | None = None, *, sealed: bool) -> Collected:
    """What a record says (`sealed`) or a document.

    Expected: PACKAGE_TO_TAKE; NO_FIGURES; IS_SEALED or NOT_SEALED, where it is the other one; as `of_record`, `of_document`.
    """
    if sealed or path.suffix.lower() == exchange.DOCUMENT:
        _refuse_package(path)
        found = _format(path) == sealing.FORMAT
        if found is not sealed:
            raise Expected(Code.IS_SEALED if found else Code.NOT_SEALED, where=path)
    return of_record(path, extra) if sealed else of_document(path, extra)


def _refuse_package(path: Path) -> None:
    """Whatever it is called."""
    if files.read_piece(path, 0, len(ANY)).startswith(ANY):
        raise Expected(Code.PACKAGE_TO_TAKE, where=path)


def _format(path: Path) -> str:
    """Which of the two a JSON file says that it is. Expected: NO_FIGURES; as jsontext.tree, where it is called JSON."""
    try:
        tree = jsontext.tree(jsontext.decode(files.read_bytes(path, _LARGEST), str(path)), str(path))
    except Expected as error:
        if error.code in _NO_JSON and path.suffix.lower() != exchange.DOCUMENT:
            raise Expected(Code.NO_FIGURES, where=path) from error
        raise
    said = tree.get("format")
    if said not in (sealing.FORMAT, _DOCUMENT):
        raise Expected(Code.NO_FIGURES, where=path)
    return str(said)


def of_record(path: Path, extra: Path | None = None) -> Collected:
    """What a sealed record says. `extra`: the folder of added frameworks. Expected: as `sealing.verify`."""
    record = sealing.verify(path, extra)
    seal = {"at": record.at, "by": record.by.name, "groups": record.groups}
    return of_inspection(record.framework, record.inspection, Kind.SEALED, **seal)


def of_document(path: Path, extra: Path | None = None) -> Collected:
    """What an inspection document gives, of answers or of totals. Expected: FORMAT_UNKNOWN; as `exchange.load`."""
    if path.suffix.lower() != exchange.DOCUMENT:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=exchange.DOCUMENT)
    framework, inspection = exchange.load(path, extra=extra)
    return of_inspection(framework, inspection, Kind.TOTALS if inspection.totals else Kind.DOCUMENT)


def of_workspace(laptop: Laptop, path: Path) -> Collected:
    """The figures of an inspection on this laptop, as they stand. Expected: as Workspace.open."""
    found = Workspace.open(laptop, path)
    try:
        return of_open(found)
    finally:
        found.close()


def of_open(workspace: Workspace) -> Collected:
    """The figures of an open inspection, as they stand."""
    inspection = workspace.rated_from()
    return of_inspection(workspace.framework, inspection, Kind.TOTALS if inspection.totals else Kind.DOCUMENT)


def of_inspection(framework: Framework, inspection: Inspection, kind: Kind, **seal: str) -> Collected:
    """The figures of an inspection; `seal`: when (`at`), by whom and with which key groups it was sealed."""
    said, rated = ratings_record.content(framework, inspection), rate(framework, inspection)
    return Collected(
        service=called(inspection.service),
        start=inspection.start,
        end=inspection.end,
        rules=Rules(framework.id, ratings_record.digest_of_rules(framework)),
        version=framework.version,
        kind=kind,
        digest=ratings_record.digest(said),
        score=rated.score,
        score_max=rated.score_max,
        overall=rated.overall,
        provisional=rated.provisional,
        standards=tuple(_standard(one) for one in rated.standards),
        questions=tuple(_questions(rated)),
        changing=tuple(one.ref for one in rated.standards if one.provisional),
        **seal,
    )


def _standard(one: RatedStandard) -> Standard:
    return Standard(
        ref=one.ref, title=one.title, counted=one.counted, computed=one.computed, rating=one.rating, points=one.points
    )


def _questions(rated: Rated) -> list[Question]:
    return [_question(standard.ref, one) for standard in rated.standards for one in standard.key_questions]


def _question(standard: str, one: RatedQuestion) -> Question:
    return Question(
        standard=standard,
        ref=one.ref,
        text=one.text,
        yes=one.tally.yes,
        of=one.tally.of,
        not_applicable=one.tally.not_applicable,
        unanswered=one.tally.unanswered,
        band=one.band,
        given=one.given,
    )
