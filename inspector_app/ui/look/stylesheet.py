"""The one stylesheet, made from the named colours and the sizes of theme.py.

A widget takes its look from its kind and from its `role` property (theme.role): title, heading, quiet,
small, error, label; primary, plain, listed, answer, rail, foot; card, bar, rail, warning, line.
"""

from collections.abc import Callable

from inspector_app.core import paths
from inspector_app.ui.look.colours import Colours


def build(c: Colours, px: Callable[[float], int]) -> str:
    """The stylesheet for these colours, sizes made by `px` (pixels at 100% in, at the present zoom out)."""
    return "".join((_text(c, px), _buttons(c, px), _boxes(c, px), _frames(c, px), _lists(c, px), _small_parts(c, px)))


def _text(c: Colours, px: Callable[[float], int]) -> str:
    return f"""
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog {{ background: {c.window}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {px(24)}px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {px(18)}px; font-weight: 700; }}
QLabel[role="label"] {{ font-weight: 600; }}
QLabel[role="quiet"] {{ color: {c.quiet}; }}
QLabel[role="code"] {{
    background: {c.surface}; border: 1px solid {c.border}; border-radius: {px(4)}px;
    font-size: {px(18)}px; font-weight: 600; padding: {px(8)}px {px(4)}px;
}}
QLabel[role="small"] {{ color: {c.quiet}; font-size: {px(13)}px; }}
QLabel[role="error"] {{ color: {c.error}; }}
QLabel[reads="true"] {{ border: 2px solid transparent; border-radius: {px(4)}px; }}
QLabel[reads="true"]:focus {{ border: 2px solid {c.focus}; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; padding: {px(4)}px; }}
"""


def _buttons(c: Colours, px: Callable[[float], int]) -> str:
    return f"""
QPushButton, QToolButton {{ background: {c.surface}; color: {c.accent}; border: 1px solid {c.accent};
    border-radius: {px(4)}px; padding: {px(6)}px {px(15)}px; outline: 0; }}
QPushButton[role="plain"], QPushButton[role="listed"], QPushButton[role="tool"], QPushButton[role="answer"],
QToolButton[role="plain"], QToolButton[role="foot"], QToolButton[role="rail"] {{ color: {c.text}; }}
QPushButton[role]:disabled, QToolButton[role]:disabled {{ color: {c.quiet}; }}
QPushButton:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.focus}; padding: {px(6) - 1}px {px(15) - 1}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.quiet}; border: 1px solid {c.line}; background: {c.window}; }}
QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
    font-weight: 600; }}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{ background: {c.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[role="primary"]:disabled {{ background: {c.raised}; color: {c.quiet}; border: 1px solid {c.line}; }}
QPushButton[role="plain"], QToolButton[role="plain"] {{ background: transparent; border: 1px solid transparent;
    padding: {px(4)}px {px(8)}px; }}
QPushButton[role="plain"]:hover, QToolButton[role="plain"]:hover {{ background: {c.raised}; }}
QPushButton[role="plain"]:pressed, QToolButton[role="plain"]:pressed {{ background: {c.press}; }}
QPushButton[role="plain"]:focus, QToolButton[role="plain"]:focus {{ border: 2px solid {c.focus};
    padding: {px(4) - 1}px {px(8) - 1}px; }}
QPushButton[role="listed"] {{ background: transparent; border: 1px solid transparent; text-align: left;
    padding: {px(4)}px {px(8)}px; }}
QPushButton[role="listed"]:hover {{ background: {c.raised}; }}
QPushButton[role="listed"]:focus {{ border: 2px solid {c.focus}; padding: {px(4) - 1}px {px(8) - 1}px; }}
QPushButton[role="answer"] {{ border: 1px solid {c.border}; padding: {px(4)}px {px(10)}px; }}
QPushButton[role="answer"]:focus {{ border: 2px solid {c.focus}; padding: {px(4) - 1}px {px(10) - 1}px; }}
QPushButton[role="answer"]:checked {{ background: {c.accent_soft}; border: 2px solid {c.text}; font-weight: 600;
    padding: {px(4) - 1}px {px(10) - 1}px; }}
QPushButton[role="tool"] {{ background: transparent; border: 1px solid transparent; padding: 0px; font-weight: 600; }}
QPushButton[role="tool"]:hover {{ background: {c.raised}; border: 1px solid {c.border}; }}
QPushButton[role="tool"]:focus {{ border: 2px solid {c.focus}; padding: 0px; }}
QPushButton[role="answer"]:checked:focus {{ border: 3px solid {c.focus}; padding: {px(4) - 2}px {px(10) - 2}px; }}
QFileDialog QToolButton {{ padding: {px(2)}px; }}
QToolButton[role="foot"] {{ background: transparent; border: 1px solid transparent; font-size: {px(13)}px;
    padding: {px(3)}px {px(8)}px; }}
QToolButton[role="foot"]:hover {{ background: {c.raised}; }}
QToolButton[role="foot"]:focus {{ border: 2px solid {c.focus}; padding: {px(3) - 1}px {px(8) - 1}px; }}
QToolButton[role="foot"]:disabled {{ background: transparent; border: 1px solid transparent; }}
QToolButton[role="foot"]::menu-indicator {{ image: none; }}
QToolButton[role="rail"] {{ background: transparent; border: 1px solid transparent; border-radius: {px(4)}px;
    font-size: {px(13)}px; padding: {px(2)}px; }}
QToolButton[role="rail"]:hover {{ background: {c.surface}; }}
QToolButton[role="rail"]:checked {{ background: {c.accent_soft}; border: 1px solid {c.accent}; font-weight: 600; }}
QToolButton[role="rail"]:focus {{ border: 2px solid {c.focus}; padding: {px(2) - 1}px; }}
"""


def _boxes(c: Colours, px: Callable[[float], int]) -> str:
    icons = (paths.resources() / "icons").as_posix()
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox, QComboBox {{ background: {c.surface};
    border: 1px solid {c.border}; border-radius: {px(4)}px; padding: {px(6)}px {px(8)}px;
    placeholder-text-color: {c.quiet}; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus,
QComboBox:focus {{ border: 2px solid {c.focus}; padding: {px(6) - 1}px {px(8) - 1}px; }}
NoteBox {{ padding: 1px; }}
NoteBox:focus {{ padding: 0px; }}
QLineEdit[wrong="true"] {{ border: 2px solid {c.error}; padding: {px(6) - 1}px {px(8) - 1}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {c.window}; color: {c.quiet}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(26)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({icons}/chevron.svg); width: {px(16)}px;
    height: {px(16)}px; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.border}; }}
QRadioButton, QCheckBox {{ background: transparent; spacing: {px(8)}px; padding: {px(3)}px;
    border: 2px solid transparent; border-radius: {px(4)}px; }}
QRadioButton:focus, QCheckBox:focus {{ border: 2px solid {c.focus}; }}
QRadioButton::indicator, QCheckBox::indicator, QListView::indicator {{ width: {px(14)}px; height: {px(14)}px;
    background: {c.surface}; border: 1px solid {c.border}; border-radius: {px(3)}px; }}
QRadioButton::indicator {{ border-radius: {px(14) // 2 + 1}px; }}
QRadioButton::indicator:checked {{ width: {px(6)}px; height: {px(6)}px;
    border: {(px(14) - px(6)) // 2 + 1}px solid {c.accent}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {c.accent}; border: 1px solid {c.accent};
    image: url({icons}/tick-{"white" if c.on_accent == "#ffffff" else "black"}.svg); }}
"""


def _frames(c: Colours, px: Callable[[float], int]) -> str:
    return f"""
QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(6)}px; }}
QFrame[role="rail"] {{ background: {c.raised}; border: none; border-right: 1px solid {c.line}; }}
QFrame[role="bar"] {{ background: {c.surface}; border: none; border-top: 1px solid {c.line}; }}
QFrame[role="warning"] {{ background: {c.error_soft}; border: none; border-left: {px(4)}px solid {c.error}; }}
QFrame[role="colleague"] {{ background: {c.raised}; border: none; border-bottom: 2px solid {c.border}; }}
QFrame[role="accepted"] {{ background: {c.yes_soft}; border: none; border-bottom: 2px solid {c.yes}; }}
QFrame[role="line"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea[reads="true"] {{ border: 2px solid transparent; border-radius: {px(4)}px; }}
QScrollArea[reads="true"]:focus {{ border: 2px solid {c.focus}; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; }}
"""


def _lists(c: Colours, px: Callable[[float], int]) -> str:
    return f"""
QListView, QTableView, QTreeView {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(4)}px;
    gridline-color: {c.line}; outline: 0; selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QListView:focus, QTableView:focus, QTreeView:focus {{ border: 2px solid {c.focus}; padding: -1px; }}
QListView::item {{ padding: {px(6)}px {px(8)}px; }}
QTableView::item {{ padding: 0px {px(8)}px; border: none; }}
QListView::item:selected, QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QListView::item:selected:focus {{ border-left: {px(3)}px solid {c.focus}; padding-left: {px(8) - px(3)}px; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.border}; }}
QHeaderView::section {{ background: {c.surface}; color: {c.quiet}; border: none; border-bottom: 1px solid {c.border};
    padding: {px(6)}px {px(11)}px; font-size: {px(13)}px; text-align: left; }}
"""


def _small_parts(c: Colours, px: Callable[[float], int]) -> str:
    return f"""
QProgressBar {{ background: {c.raised}; border: 1px solid {c.border}; border-radius: {px(3)}px; text-align: center;
    max-height: {px(14)}px; font-size: {px(13)}px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {px(2)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {c.border}; border-radius: {px(3)}px; margin: {px(3)}px; min-height: {px(32)}px;
    min-width: {px(32)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.border}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(5)}px {px(24)}px; border-radius: {px(3)}px; }}
QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QMenu::item:disabled {{ color: {c.quiet}; background: transparent; }}
QMenu::separator {{ background: {c.line}; height: 1px; margin: {px(4)}px; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""
