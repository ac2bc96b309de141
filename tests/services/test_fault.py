"""A report of a fault holds versions and places in the program, and nothing of anybody."""

from pathlib import Path

from inspector_app.core.services.help import fault
from inspector_app.core.version import version

REAL = "2026-11-28 05:44:39,149 ERROR inspector_app.ui.window.uncaught uncaught KeyError at a.py:1 b < c.py:12 <lambda>"
SECRET = "Kieran was seen at school"  # constructed


def test_it_names_the_versions_and_each_fault(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text(f"{REAL}\n{REAL}\n", encoding="utf-8")
    told = fault.report(tmp_path)
    assert f"Program: {version()}" in told
    assert "SQLAlchemy: 2." in told
    assert told.count(REAL) == 2
    assert "Faults in the log: 2" in told
    assert "Lines of the log that are not given: 0" in told


def test_a_line_of_any_other_shape_is_counted_and_not_given(tmp_path: Path) -> None:
    others = (SECRET, f"{REAL} {SECRET}", f"{REAL} < {SECRET}:3 x", REAL.replace("KeyError", SECRET), "\x00\ufffd")
    (tmp_path / "log.txt").write_text("\n".join([*others, REAL]), encoding="utf-8")
    told = fault.report(tmp_path)
    assert "Kieran" not in told
    assert "Lines of the log that are not given: 5" in told
    assert told.count(REAL) == 1


def test_where_the_profile_lies_is_not_in_it_and_no_log_is_no_fault(tmp_path: Path) -> None:
    told = fault.report(tmp_path)
    assert str(tmp_path) not in told
    assert "Faults in the log: 0" in told


def test_a_long_log_gives_its_last_faults(tmp_path: Path) -> None:
    lines = [REAL.replace("c.py:12", f"c.py:{n}") for n in range(1000)]
    (tmp_path / "log.txt").write_text("\n".join(lines), encoding="utf-8")
    told = fault.report(tmp_path)
    assert (told.count("uncaught KeyError"), "c.py:999 " in told, "c.py:799 " in told) == (fault.MOST, True, False)
