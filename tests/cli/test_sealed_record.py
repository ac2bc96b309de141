"""`seal` and `verify`: the published report sealed, verified on another laptop, and what is refused."""

import json
import os
from pathlib import Path
from typing import Any


def test_the_published_report_is_sealed_and_verified_by_whoever_has_the_record(
    run: Any, program: Any, trafford: Path, tmp_path: Path
) -> None:
    record = tmp_path / "record.json"
    sealed = run("seal", trafford, "-o", record)
    assert (sealed.status, sealed.err) == (0, "")
    assert "Score 4/12" in sealed.out
    elsewhere = program("verify", record, env=os.environ | {"INSPECTOR_HOME": str(tmp_path / "another laptop")})
    assert elsewhere.status == 0
    assert "Overall rating: Requires improvement" in elsewhere.out
    tree = json.loads(record.read_text())
    tree["result"]["score"] = 5
    record.write_text(json.dumps(tree))
    refused = run("verify", record)
    assert (refused.status, refused.out) == (3, "")
    assert "not signed as it stands" in refused.err
