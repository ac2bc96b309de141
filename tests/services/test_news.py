"""What is new is told of once after an upgrade, and never at the first start."""

from pathlib import Path

import pytest

from inspector_app.core.services.help import news
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.version import Version

pytestmark = pytest.mark.usefixtures("no_backups")


def test_it_is_the_newest_part_of_the_list_of_changes() -> None:
    text = news.text()
    assert text.startswith("# What is new\n\nThe first version: ")
    assert "\n## " not in text
    assert "](" not in text, "a link to a paper that few people have"
    assert len(text) < 10_000, "nobody reads it to its end"


def test_it_is_told_once_after_an_upgrade_and_not_at_the_first_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not news.is_new(Settings(tmp_path))
    news.note_told(Settings(tmp_path))
    assert not news.is_new(Settings(tmp_path))
    monkeypatch.setattr(news, "version", lambda: Version("9.9.9", "0123456789ab", "2027-01-01"))
    assert news.is_new(Settings(tmp_path))
    news.note_told(Settings(tmp_path))
    assert not news.is_new(Settings(tmp_path))
