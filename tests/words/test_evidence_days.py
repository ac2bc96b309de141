"""What a source without a title is called."""

from inspector_app.core.domain.evidence import SourceRow
from inspector_app.ui.words import evidence


def test_a_source_without_a_title_says_the_year_of_its_day_unless_that_is_plain() -> None:
    """In the head of the grid, in what is read and beside the ratings it was “Meeting, 12 March” of whatever year."""
    row = SourceRow("s", "meeting", "", "2025-03-12", "Board", "", None, None, False, (), False)
    assert evidence.name(row) == "Meeting, 12 March 2025"
    assert evidence.about(row) == "Meeting · 12 March 2025 · Board"
    assert evidence.name(row, 2025) == "Meeting, 12 March"
    assert evidence.name(row, 2026) == "Meeting, 12 March 2025"
