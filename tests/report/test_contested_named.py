"""The panel's copy names what is contested, and the service's copy does not."""

from dataclasses import replace

from inspector_app.core.domain.draft.copies import Copy, Scope
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report import content
from tests.report.conftest import Maker


def bullets(report: content.Report) -> list[str]:
    found = [b for section in report.sections for b in section.blocks if isinstance(b, content.Bullets)]
    return ["".join(str(getattr(run, "text", run)) for run in item) for block in found for item in block.items]


def test_the_record_names_each_contested_field(make: Maker, trafford: Inspection) -> None:
    copy = Copy(Scope.PANEL, contested=("C01 2.1.1 a: answer", "Rating 1.1: rationale"))
    assert {"C01 2.1.1 a: answer", "Rating 1.1: rationale"} <= set(bullets(make.report(trafford, copy=copy)))
    outside = replace(copy, scope=Scope.SERVICE)
    assert "C01 2.1.1 a: answer" not in bullets(make.report(trafford, copy=outside))
