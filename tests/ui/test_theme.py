from collections.abc import Callable, Iterable
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.report.drawing import look
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.fields.search_line import searching
from inspector_app.ui.look import sizes, system, theme
from inspector_app.ui.look.colours import THEMES, Colours
from inspector_app.ui.look.icons import picture
from inspector_app.ui.window.settings.seeing_card import SeeingCard
from tests.ui.conftest import PatientBot

GROUNDS = ("window", "surface", "sunken")
TEXT = ("text", "quiet", "accent", "error", "warn", "yes", "no", "na", "contested", "teal")
SHAPES = ("border", "focus", *TEXT[2:])
# What stands on something else than those grounds: text, then what it stands on.
PAIRS = (
    ("text", "raised"), ("text", "press"), ("text", "accent_soft"), ("quiet", "raised"), ("quiet", "accent_soft"),
    ("accent", "accent_soft"), ("contested", "accent_soft"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("strip_text", "strip"), ("strip_quiet", "strip"), ("strip_concern", "strip"), ("strip_contested", "strip"),
    ("toast_text", "toast"), ("toast_link", "toast"),
    *((name, f"{name}_soft") for name in ("yes", "no", "na", "contested", "error", "warn")),
    *(("text", f"{name}_soft") for name in ("yes", "no", "na", "contested", "error", "warn")),
    *(("surface", name) for name in ("yes", "no", "na")),  # the word on a chosen answer
)  # fmt: skip


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 between two #rrggbb colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def least(colours: Colours, pairs: Iterable[tuple[str, str]], ratio: float) -> dict[tuple[str, str], float]:
    """The pairs (names of colours, or colours) that fall short of the ratio."""
    named = {pair: contrast(*(getattr(colours, name, name) for name in pair)) for pair in pairs}
    return {pair: round(found, 2) for pair, found in named.items() if found < ratio}


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_text_can_be_read_in_every_theme(colours: Colours) -> None:
    on_grounds = [(name, ground) for name in (*TEXT, *colours.marks, *colours.bands) for ground in GROUNDS]
    off = [("off", ground) for ground in (*GROUNDS, "raised")]
    assert least(colours, (*on_grounds, *PAIRS, *off), 4.5) == {}


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_shapes_can_be_told_from_their_ground_in_every_theme(colours: Colours) -> None:
    grounds = (*GROUNDS, "raised", "accent_soft")
    pairs = [(name, ground) for name in (*SHAPES, *colours.marks) for ground in grounds]
    pairs += [(band, ground) for band in colours.bands for ground in (*GROUNDS, "raised", "track")]
    assert least(colours, pairs, 3) == {}


def test_applying_a_theme_changes_palette_and_text_size(qapp: QApplication, qtbot: object) -> None:
    theme.apply(qapp, "light", 100)
    plain = QFontMetrics(qapp.font()).height()
    theme.apply(qapp, "dark", 200)
    assert qapp.palette().window().color().name() == THEMES["dark"].window
    assert QFontMetrics(qapp.font()).height() > 1.8 * plain
    theme.apply(qapp, "light", 100)


def test_a_zoom_out_of_range_or_an_unknown_theme_falls_back(qapp: QApplication) -> None:
    theme.apply(qapp, "sepia", 900)
    assert (theme.name(), theme.zoom()) == ("light", theme.ZOOM_MOST)
    theme.apply(qapp, "light", 100)


def test_another_role_given_later_takes_effect(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    label = theme.role(QLabel("x"), "small")
    label.ensurePolished()
    theme.role(label, "title")
    label.ensurePolished()
    assert label.font().pixelSize() == theme.TITLE


def test_a_key_in_a_box_with_nothing_wrong_dresses_nothing_anew(
    qtbot: PatientBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = Field("Reference", QLineEdit())
    qtbot.present(field)
    dressed: list[QWidget] = []
    monkeypatch.setattr(theme, "polish", dressed.append)
    qtbot.keyClicks(field.box, "C01")
    assert dressed == []
    theme.role(field, "card")
    dressed.clear()
    theme.role(field, "card")
    assert dressed == []
    field.set_wrong("There is a C01 already.")
    field.set_wrong("")
    assert field.wrong == ""


def test_rating_colours_run_from_lowest_to_highest() -> None:
    bands = theme.colours().bands
    assert [theme.rating_colour(points, 3) for points in range(4)] == list(bands)
    assert theme.rating_colour(0, 0) == bands[0]


def test_a_rating_has_the_colour_on_paper_that_it_has_on_a_light_screen() -> None:
    on_paper = [f"#{colour.hexval()[2:]}" for colour in look.RATINGS]
    assert on_paper == list(THEMES["light"].bands)


@pytest.mark.parametrize(
    ("scheme", "contrast", "name"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_the_system_asks_for_a_theme_by_its_contrast_first(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, name: str
) -> None:
    assert system.theme_of(scheme, contrast) == name


@pytest.fixture
def system_asks(opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Lets the system ask for a theme, as Qt tells of it; gives the ground of the window then."""

    def ask(name: str) -> str:
        monkeypatch.setattr(system, "asked", lambda: name)
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        qtbot.settle()
        return str(opened.window.palette().window().color().name())

    return ask


def test_a_change_of_the_system_is_followed_at_once_where_nobody_chose(
    opened: Any, system_asks: Callable[[str], str], laptop: Laptop
) -> None:
    for name in ("dark", "contrast", "light"):
        assert system_asks(name) == THEMES[name].window
    opened.press("Ctrl++")
    assert laptop.settings.get("theme", "") == theme.SYSTEM, "another size chooses no theme"
    assert system_asks("dark") == THEMES["dark"].window


def test_the_look_changes_under_a_list_that_hangs_open(opened: Any, qtbot: PatientBot) -> None:
    opened.desk.show_page("find")
    box = next(box for box in opened.desk.page("find").findChildren(QComboBox) if box.isVisible())
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box.view())
    opened.window.change_look("dark", theme.zoom())
    qtbot.settle()
    opened.window.activateWindow()
    qtbot.waitUntil(lambda: opened.desk.page("find").isAncestorOf(QApplication.focusWidget() or opened.window))


def test_a_theme_that_was_chosen_stays_whatever_the_system_asks_for(
    opened: Any, system_asks: Callable[[str], str], qtbot: QtBot
) -> None:
    opened.press("Ctrl+,")
    opened.window.findChild(SeeingCard).themes["contrast"].click()
    qtbot.settle()
    assert system_asks("dark") == THEMES["contrast"].window
    shown = [card for card in opened.window.findChildren(SeeingCard) if card.isVisible()]
    shown[-1].themes[theme.SYSTEM].click()
    qtbot.settle()
    assert opened.window.palette().window().color().name() == THEMES["dark"].window


def test_a_small_drawing_has_a_line_that_is_seen_beside_words(qapp: QApplication) -> None:
    def ink(side: int) -> float:
        drawn = picture("before", "#000000", side).toImage()
        rows = range(side)
        return sum(drawn.pixelColor(x, y).alphaF() for x in rows for y in rows) / side

    assert ink(sizes.PICTURE) > 1.2 * ink(4 * sizes.PICTURE) / 4, "one of a quarter of the size has more than a quarter"


def test_what_one_looks_with_has_a_glass_before_its_words(qapp: QApplication) -> None:
    line = searching(QLineEdit())
    line.setFrame(False)
    line.setStyleSheet("background: #ffffff")
    line.resize(sizes.BOX_LONG, sizes.FIELD)
    drawn = line.grab(QRect(0, 0, line.textMargins().left(), sizes.FIELD)).toImage()
    assert any(drawn.pixelColor(x, y).lightnessF() < 0.5 for x in range(drawn.width()) for y in range(drawn.height()))
