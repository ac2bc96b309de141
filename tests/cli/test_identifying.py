"""`report` names what may identify somebody and writes nothing, unless a reason is given, which the inspection keeps."""

import json
from pathlib import Path
from typing import Any

from inspector_app.core.services.documents import exchange


def test_a_draft_that_may_identify_somebody_is_written_with_a_reason_alone(
    run: Any, trafford: Path, tmp_path: Path
) -> None:
    made = json.loads(exchange.sample_document().read_text("utf-8"))
    made["findings"].append({"standard": "2.1", "kind": "narrative", "text": "JB (15) of M32 0YT."})
    source, out = tmp_path / "in.json", tmp_path / "out.pdf"
    source.write_text(json.dumps(made), "utf-8")
    assert run("import", "--into", trafford, source).status == 0
    for given in (source, trafford):
        refused = run("report", given, "-o", out)
        assert refused.status != 0
        assert "2.1: “JB (15)”" in refused.err
        assert not out.exists()
    allowed = run("report", trafford, "-o", out, "--allow", "of the office")
    assert allowed.status == 0
    assert "Let go with that reason: 2 places." in allowed.out
    out.unlink()
    assert run("report", trafford, "-o", out).status == 0
    assert out.exists()
