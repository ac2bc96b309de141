"""The profile of the sample on the terminal: beside the service's caseload, and how each part was judged."""

import argparse
from typing import Any

from inspector_app.commands import opened, session, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.by_question import Total
from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.cases.case_facts import CHARACTERISTICS
from inspector_app.core.rating import profile_words
from inspector_app.core.rating.breakdown import Breakdown, Part, SampleBreakdown, percent, share
from inspector_app.core.services.results import breakdowns
from inspector_app.core.words import count, say


def add_to(subs: Subs) -> None:
    """Put `profile` with its acts among the commands."""
    said = "the sample by its characteristics, beside the service’s caseload, and how each part was judged"
    acts = subs.add_parser("profile", help=said).add_subparsers(required=True, metavar="DO")
    show = on_workspace(acts, "show", show_, said)
    show.add_argument("--outside", action="store_true", help="only what may be told outside the inspectorate")
    show.add_argument("--by", choices=[field.code for field in CHARACTERISTICS], help="this characteristic alone")
    show.add_argument("--json", action="store_true")
    given = on_workspace(acts, "caseload", caseload_, "how the service’s cases divide by a characteristic")
    given.add_argument("sample", metavar="SAMPLE")
    given.add_argument("characteristic", choices=[field.code for field in CHARACTERISTICS])
    given.add_argument(
        "counts", metavar="LINES", help="lines of a value and a number; - reads them from standard input"
    )
    given.set_defaults(wrong=given.error)


def show_(options: argparse.Namespace) -> None:
    """The breakdowns."""
    with opened.workspace(options, options.workspace) as workspace:
        found = breakdowns.outside(workspace) if options.outside else breakdowns.read(workspace)
    if options.json:
        terminal.tell_json([_json(one, options.by, outside=options.outside) for one in found])
        return
    for sample in found:
        terminal.tell(count(sample.cases, "{title}: {n} case", "{title}: {n} cases", title=sample.title))
        for one in sample.by:
            if options.by in (None, one.code):
                terminal.tell(*_lines(sample, one, outside=options.outside))


def caseload_(options: argparse.Namespace) -> None:
    """Say it."""
    with opened.workspace(options, options.workspace) as workspace:
        samples = [sample.code for sample in workspace.framework.samples]
        if options.sample not in samples:
            options.wrong(say("argument SAMPLE: it is one of these: {samples}", samples=", ".join(samples)))
        one = Caseload(options.sample, options.characteristic, session.given_text(options.counts))
        breakdowns.give(workspace, one)
    terminal.tell(say("Noted."))


def _lines(sample: SampleBreakdown, one: Breakdown, *, outside: bool) -> list[str]:
    found = [f"  {one.title}"]
    if not one.parts:
        return [*found, f"    {profile_words.NOT_TOLD}"]
    for part in one.parts:
        found.append(f"    {profile_words.called(part)}: {_cases(part, one)}")
        if not sample.questions:
            continue
        rates = (
            f"{ref} {profile_words.rate(rate, outside=outside)}"
            for ref, rate in zip(sample.questions, part.rates, strict=True)
        )
        found.append(f"      {' · '.join(rates)}")
    return found


def _cases(part: Part, one: Breakdown) -> str:
    said = profile_words.cases(part.cases, one.cases)
    if part.caseload is None or one.caseload is None:
        return said
    of = share(part.caseload, one.caseload)
    beside = say("caseload {cases} of {of} ({percent}%)", cases=part.caseload, of=one.caseload, percent=of)
    return f"{said} · {beside}"


def _json(sample: SampleBreakdown, by: str | None, *, outside: bool) -> dict[str, Any]:
    def rates(found: tuple[Total | None, ...]) -> list[dict[str, Any]]:
        pairs = zip(sample.questions, found, strict=True)
        return [{"question": ref, "percent": percent(rate)} | _counts(rate, outside=outside) for ref, rate in pairs]

    return {
        "sample": sample.code, "cases": sample.cases,
        "by": [
            {"characteristic": one.code, "caseload": one.caseload, "rates": rates(one.rates), "parts": [
                {"value": part.value or None, "cases": part.cases, "caseload": part.caseload, "rates": rates(part.rates)}
                for part in one.parts
            ]}
            for one in sample.by if by in (None, one.code)
        ],
    }  # fmt: skip


def _counts(rate: Total | None, *, outside: bool) -> dict[str, int]:
    return {} if outside or rate is None else {"yes": rate.yes, "of": rate.of}
