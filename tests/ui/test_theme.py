import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from inspector_app.ui.look import theme
from inspector_app.ui.look.colours import THEMES, Colours

TEXT = ("text", "quiet", "accent", "error", "yes", "no", "na", "contested")
SHAPES = ("border", "accent", "focus", "yes", "no", "na", "contested", "error", "spelling")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 between two #rrggbb colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_text_can_be_read_in_every_theme(colours: Colours) -> None:
    pairs = [(name, ground) for name in TEXT for ground in ("window", "surface")]
    pairs += [("text", "raised"), ("text", "accent_soft"), ("text", "error_soft"), ("error", "error_soft")]
    pairs += [("quiet", "raised"), ("on_accent", "accent"), ("quiet", "accent_soft"), ("contested", "accent_soft")]
    bad = {p: contrast(getattr(colours, p[0]), getattr(colours, p[1])) for p in pairs}
    bad |= {(mark, g): contrast(mark, getattr(colours, g)) for mark in colours.marks for g in ("window", "surface")}
    assert {p: round(ratio, 2) for p, ratio in bad.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_shapes_can_be_told_from_their_ground_in_every_theme(colours: Colours) -> None:
    pairs = {(n, g): contrast(getattr(colours, n), getattr(colours, g)) for n in SHAPES for g in ("window", "surface")}
    pairs |= {(m, g): contrast(m, getattr(colours, g)) for m in colours.marks for g in ("window", "surface", "raised")}
    pairs |= {
        (n, g): contrast(getattr(colours, n), getattr(colours, g)) for n in SHAPES for g in ("raised", "accent_soft")
    }
    pairs |= {(b, g): contrast(b, getattr(colours, g)) for b in colours.bands for g in ("window", "surface", "raised")}
    assert {p: round(ratio, 2) for p, ratio in pairs.items() if ratio < 3} == {}


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


def test_rating_colours_run_from_lowest_to_highest() -> None:
    bands = theme.colours().bands
    assert [theme.rating_colour(points, 3) for points in range(4)] == list(bands)
    assert theme.rating_colour(0, 0) == bands[0]
