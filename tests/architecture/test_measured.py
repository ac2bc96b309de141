"""The figures of the house are of what stands there."""

from pathlib import Path

from tests.architecture.measured import rows

SOURCE = """from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import json


class Small:
    def one(self):
        import re

        def two():
            import ast  # noqa: S608
"""


def test_each_figure_counts_what_it_says_once(tmp_path: Path) -> None:
    (tmp_path / "inspector_app" / "part").mkdir(parents=True)
    for place in ("__init__.py", "part/__init__.py", "part/one.py"):
        (tmp_path / "inspector_app" / place).write_text("", encoding="utf-8")
    (tmp_path / "inspector_app" / "part" / "two.py").write_text(SOURCE, encoding="utf-8")
    assert dict(rows(tmp_path)) == {
        "modules": 4,
        "lines of the product": 12,
        "modules in the largest folder": 2,
        "lines of the largest class": "6 (Small)",
        "imports in functions": 2,
        "imports under TYPE_CHECKING": 1,
        "S608 exemptions": 1,
        "type-ignore exemptions": 0,
    }
