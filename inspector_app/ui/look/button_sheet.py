"""The part of the stylesheet for buttons: three levels of them, and those that stand in rows, lists and rails."""

from collections.abc import Callable

from inspector_app.core import paths
from inspector_app.ui.look import sizes as s
from inspector_app.ui.look.colours import Colours

Px = Callable[[float], int]


def build(c: Colours, px: Px) -> str:
    """As stylesheet.build."""
    return _buttons(c, px) + _quiet_buttons(c, px)


def _buttons(c: Colours, px: Px) -> str:
    least = px(s.BUTTON) - 2 * s.EDGE
    sunk = f"min-height: {least + s.EDGE - px(s.STRESS)}px; border-top: {px(s.STRESS)}px solid"
    return f"""
QPushButton, QToolButton {{ background: {c.surface}; color: {c.accent}; border: {s.EDGE}px solid {c.accent};
    border-radius: {px(s.ROUND)}px; padding: 0px {px(s.NEAR)}px; min-height: {least}px; outline: 0;
    font-weight: {s.STRONG}; }}
AnswerButton, WordButton {{ min-height: 0px; padding: 0px; }}
QPushButton:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; {sunk} {c.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.off}; border: {s.EDGE}px solid {c.line};
    background: {c.raised}; }}
QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; padding: 0px {px(s.APART)}px; }}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{ background: {c.accent_hover}; }}
QPushButton[role="primary"]:pressed {{ {sunk} {c.text}; }}
QPushButton[role="primary"]:disabled {{ background: {c.raised}; color: {c.off}; border: {s.EDGE}px solid {c.line}; }}
QPushButton[role="careful"] {{ color: {c.error}; border: {s.EDGE}px solid {c.error}; }}
QPushButton[role="careful"]:hover {{ background: {c.error_soft}; }}
QPushButton[role="careful"]:pressed {{ background: {c.error_soft}; {sunk} {c.error}; }}
QPushButton[role="careful"]:disabled {{ color: {c.off}; border: {s.EDGE}px solid {c.line}; }}
QPushButton[role="chip"] {{ background: {c.surface}; color: {c.text}; border: {s.EDGE}px solid {c.border};
    border-radius: {px(s.ROUND_SMALL)}px; font-size: {px(s.SMALL)}px; font-weight: {s.READING};
    padding: 0px {px(s.CLOSE)}px; min-height: {px(s.TARGET) - 2 * s.EDGE}px; }}
QPushButton[role="chip"]:hover {{ background: {c.raised}; }}
QPushButton[role="chip"]:checked {{ background: {c.accent}; color: {c.on_accent}; border: {s.EDGE}px solid {c.accent};
    font-weight: {s.STRONG}; }}
QPushButton[role="segment"] {{ color: {c.text}; border: {s.EDGE}px solid {c.border}; font-weight: {s.READING};
    border-radius: 0px; padding: 0px {px(s.NEAR)}px; }}
QPushButton[role="segment"][at="first"] {{ border-top-left-radius: {px(s.ROUND)}px;
    border-bottom-left-radius: {px(s.ROUND)}px; }}
QPushButton[role="segment"][at="last"] {{ border-top-right-radius: {px(s.ROUND)}px;
    border-bottom-right-radius: {px(s.ROUND)}px; }}
QPushButton[role="segment"][at="alone"] {{ border-radius: {px(s.ROUND)}px; }}
QPushButton[role="segment"]:hover {{ background: {c.raised}; }}
QPushButton[role="segment"]:checked {{ background: {c.accent}; color: {c.on_accent};
    border: {s.EDGE}px solid {c.accent}; font-weight: {s.STRONG}; }}
QPushButton[role="answer"] {{ color: {c.text}; border: {s.EDGE}px solid {c.border}; font-weight: {s.READING}; }}
QPushButton[role="answer"]:checked {{ background: {c.accent_soft}; border: {px(s.STRESS)}px solid {c.text};
    font-weight: {s.STRONG}; }}
"""


def _quiet_buttons(c: Colours, px: Px) -> str:
    small, icons = px(s.BUTTON_SMALL) - 2 * s.EDGE, (paths.resources() / "icons").as_posix()
    return f"""
QPushButton[role="plain"], QToolButton[role="plain"], QPushButton[role="listed"], QPushButton[role="tool"],
QToolButton[role="rail"] {{ background: transparent; color: {c.text};
    border: {s.EDGE}px solid transparent; font-weight: {s.READING}; padding: 0px {px(s.CLOSE)}px; }}
QPushButton[role="plain"] {{ color: {c.accent}; }}
QPushButton[role="plain"][drawn="true"] {{ color: {c.text}; }}
QPushButton[role="plain"]:hover, QToolButton[role="plain"]:hover, QPushButton[role="listed"]:hover,
QPushButton[role="tool"]:hover {{ background: {c.raised}; }}
QPushButton[role="plain"]:pressed, QToolButton[role="plain"]:pressed, QPushButton[role="listed"]:pressed,
QPushButton[role="tool"]:pressed {{ background: {c.press}; }}
QPushButton[role="plain"]:disabled, QToolButton[role="plain"]:disabled, QPushButton[role="listed"]:disabled,
QPushButton[role="tool"]:disabled, QToolButton[role="rail"]:disabled {{
    background: transparent; color: {c.off}; border: {s.EDGE}px solid transparent; }}
QPushButton[role="plain"], QToolButton[role="plain"], QPushButton[role="listed"] {{ min-height: {small}px; }}
QPushButton[role="listed"] {{ text-align: left; }}
QPushButton[role="slight"] {{ background: transparent; color: {c.accent}; border: {s.EDGE}px solid transparent;
    font-size: {px(s.SMALL)}px; font-weight: {s.READING}; padding: 0px; min-height: {px(s.TARGET) - 2 * s.EDGE}px;
    text-align: left; }}
QPushButton[role="slight"][drawn="true"] {{ color: {c.text}; }}
QPushButton[role="slight"]:hover, QPushButton[role="slight"]:pressed {{ color: {c.accent}; text-decoration: underline; }}
QPushButton[role="slight"]:disabled {{ color: {c.off}; }}
QPushButton[small="true"] {{ font-size: {px(s.SMALL)}px; min-height: {small}px; padding: 0px {px(s.CLOSE) + s.EDGE}px; }}
QPushButton[role="way"] {{ background: transparent; border: none; border-bottom: {s.EDGE}px solid {c.line};
    border-radius: 0px; }}
QPushButton[role="way"]:hover {{ background: {c.raised}; }}
QPushButton[role="way"]:pressed {{ background: {c.press}; }}
QPushButton::menu-indicator {{ image: url({icons}/chevron{ink_on(c.surface)}.svg); width: {px(s.PICTURE)}px;
    height: {px(s.PICTURE)}px; subcontrol-origin: padding; subcontrol-position: center right; right: {px(s.TIGHT)}px; }}
QPushButton[role="tool"]::menu-indicator {{ image: none; width: 0px; }}
QPushButton[role="tool"] {{ padding: 0px; min-height: {px(s.TARGET) - 2 * s.EDGE}px; font-weight: {s.STRONG}; }}
QToolButton[role="rail"] {{ font-size: {px(s.SMALL)}px; min-height: 0px; padding: {px(s.EDGE)}px; }}
QToolButton[role="rail"] {{ color: {c.quiet}; }}
QToolButton[role="rail"]:hover {{ background: {c.press}; }}
QToolButton[role="rail"]:checked {{ background: {c.here[0]}; color: {c.here[1]}; font-weight: {s.STRONG}; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0px; min-height: 0px; }}
QFileDialog QToolButton {{ padding: {px(s.EDGE)}px; min-height: 0px; }}
"""


def ink_on(ground: str) -> str:
    """Which of the two drawings of a shape can be seen on a ground: the stylesheet cannot colour them."""
    red, green, blue = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    light = 299 * red + 587 * green + 114 * blue > 128_000  # the weights of ITU-R BT.601
    return "-black" if light else "-white"
