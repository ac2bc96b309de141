"""What earlier copies for the service told, so that the next is not given away by what changed between the two.

Kept beside the log on the laptop that made the copy: the counts are the inspectorate's own, and are in no package.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.domain.text.identifying import Found, Kind
from inspector_app.core.rating.suppress import figure_told
from inspector_app.core.rating.tally import tallies
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept as store
from inspector_app.core.words import say

_MOST = 50  # copies that are remembered


def note(workspace: Workspace, inspection: Inspection, scope: Scope) -> None:
    """A copy is about to be written from this; kept where it leaves. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    if scope is not Scope.SERVICE:
        return
    counts = _told(workspace.framework, inspection)
    with workspace.database.write() as connection:
        before = store.all_kept(connection, store.TOLD)
        for name in sorted(before)[: -_MOST + 1]:
            store.forget(connection, store.TOLD, name)
        store.keep(connection, store.TOLD, now(), json.dumps(counts))


def small_steps(workspace: Workspace, inspection: Inspection) -> Iterator[Found]:
    """The figures that differ from those of an earlier copy by fewer cases than may be told: those cases' answers.

    Of copies that told a figure alike, as those of one draft in several formats do, the first is named.
    """
    rule = workspace.framework.small_numbers
    if rule is None:
        return
    with workspace.database.read() as connection:
        before = store.all_kept(connection, store.TOLD)
    told = _told(workspace.framework, inspection)
    earlier = _figures(before)
    for ref in sorted(told):
        for then, at in earlier.get(ref, {}).items():
            if 0 < _cases_apart(then, told[ref]) < rule.least:
                yield Found("told", ref, section=ref, kind=Kind.STEP, said=_step(then, told[ref], at))


def _figures(before: Mapping[str, str]) -> dict[str, dict[tuple[int, int], str]]:
    """What earlier copies told of each key question, each figure once with when it was first told."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for at, held in sorted(before.items()):
        for ref, counted in store.parts(held).items():
            match counted:
                case [int(yes), int(no)]:
                    found.setdefault(ref, {}).setdefault((yes, no), at)
    return found


def _told(framework: Framework, inspection: Inspection) -> dict[str, tuple[int, int]]:  # Yes and No, by reference
    rule = framework.small_numbers
    least = rule.least if rule is not None else 0
    counted = tallies(framework, inspection)
    return {ref: (tally.yes, tally.no) for ref, tally in sorted(counted.items()) if figure_told(tally, least)}


def _cases_apart(then: tuple[int, int], told: tuple[int, int]) -> int:
    """How many cases at least were judged between the two, or judged otherwise."""
    steps = [b - a for a, b in zip(then, told, strict=True)]
    return max(sum(step for step in steps if step > 0), -sum(step for step in steps if step < 0))


def _step(then: tuple[int, int], told: tuple[int, int], at: str) -> str:
    now_, before = (f"{yes}/{yes + no}" for yes, no in (told, then))
    return say("Now: {now}. Earlier copy: {before}. Made: {time}", now=now_, before=before, time=_moment(at))


def _moment(at: str) -> str:
    """When a copy was made, for a person; as it stands where no program of ours wrote it: the copy may have left."""
    try:
        return when.printed(datetime.fromisoformat(at).astimezone())
    except (ValueError, OverflowError):
        return at
