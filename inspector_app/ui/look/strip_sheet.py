"""The part of the stylesheet for what lies round the pages: the strip at their head, and messages over their foot."""

from collections.abc import Callable

from inspector_app.ui.look import sizes as s
from inspector_app.ui.look.colours import Colours


def build(c: Colours, px: Callable[[float], int]) -> str:
    """As stylesheet.build."""
    return _strip(c, px) + _message(c, px)


def _strip(c: Colours, px: Callable[[float], int]) -> str:
    edge, target = f"{s.EDGE}px solid", px(s.TARGET) - 2 * s.EDGE
    quiet = {"strip": (c.strip_quiet, s.READING), "strip-title": (c.strip_text, s.STRONG)}
    strong = {"strip-concern": (c.strip_concern, s.STRONG), "strip-contested": (c.strip_contested, s.STRONG)}
    kinds = quiet | strong
    every = ", ".join(f'QToolButton[role="{kind}"]' for kind in kinds)
    return f"""
QFrame[role="head"] {{ background: {c.strip}; border: none; border-bottom: {edge} {c.strip_line}; }}
{every} {{ background: transparent; border: {edge} transparent; border-radius: {px(s.ROUND)}px; font-size: {
        px(s.SMALL)
    }px;
    padding: 0px {px(s.CLOSE) - s.EDGE}px; min-height: {target}px; max-height: {target}px; }}
QToolButton[role="strip-title"] {{ font-size: {px(s.BODY)}px; }}
{every.replace("]", "]:hover")} {{ border: {edge} {c.strip_quiet}; }}
{every.replace("]", "]::menu-indicator")} {{ image: none; }}
{
        "".join(
            f'QToolButton[role="{kind}"], QToolButton[role="{kind}"]:disabled {{ color: {colour}; font-weight: {weight}; }}'
            for kind, (colour, weight) in kinds.items()
        )
    }
{every.replace("]", "]:disabled")} {{ background: transparent; border: {edge} transparent; }}
QPushButton[role="strip-tab"] {{ background: transparent; color: {c.strip_quiet}; border: {edge} transparent;
    border-radius: {px(s.ROUND)}px; padding: 0px {px(s.NEAR)}px; min-height: {px(s.BUTTON)}px; font-weight: {
        s.READING
    }; }}
QPushButton[role="strip-tab"]:hover {{ border: {edge} {c.strip_quiet}; }}
QPushButton[role="strip-tab"]:checked {{ background: {c.surface}; color: {c.text}; font-weight: {s.STRONG}; }}
QLabel[role="strip-heading"] {{ color: {c.strip_text}; font-size: {px(s.HEADING)}px; font-weight: {s.HEADLINE};
    padding-right: {px(s.NEAR)}px; }}
QLabel[role="strip-whose"] {{ color: {c.strip_quiet}; padding-right: {px(s.NEAR)}px; }}
QLabel[role="strip-sample"] {{ margin-right: {px(s.CLOSE)}px; color: {c.strip_text}; border: {edge} {
        c.strip_quiet
    }; border-radius: {px(s.ROUND_SMALL)}px;
    font-size: {px(s.SMALL)}px; padding: 0px {px(s.TIGHT) + s.EDGE}px; max-height: {px(s.CHIP) - s.TIGHT}px; }}
"""


def _message(c: Colours, px: Callable[[float], int]) -> str:
    edge, target = f"{s.EDGE}px solid", px(s.TARGET) - 2 * s.EDGE
    return f"""
QFrame[role="message"] {{ background: {c.toast}; border: {edge} {c.toast}; border-radius: {px(s.ROUND)}px; }}
QFrame[role="message"] QLabel {{ color: {c.toast_text}; }}
QPushButton[role="message"] {{ background: transparent; color: {c.toast_link}; border: {edge} transparent;
    font-weight: {s.STRONG}; text-decoration: underline; padding: 0px {px(s.CLOSE)}px; min-height: {target}px; }}
QPushButton[role="message-close"] {{ background: transparent; color: {c.toast_text}; border: {edge} transparent;
    padding: 0px; min-height: {target}px; min-width: {target}px; }}
QPushButton[role^="message"]:hover, QPushButton[role^="message"]:pressed {{ background: transparent;
    border: {edge} {c.toast_link}; }}
"""
