"""The one stylesheet, made from the named colours and the table of sizes.

A widget takes its look from its kind and from its `role` property (theme.role): title, heading, quiet,
small, error, wrong, label, field, step; primary, careful, plain, slight, listed, answer, segment, chip, rail, way,
swatch, lined, choice; card, suggested, floating,
bar, rail, own, colleague, accepted, told, line, place. Those round the pages are in strip_sheet.py.
"""

from collections.abc import Callable

from inspector_app.core import paths
from inspector_app.ui.look import button_sheet, strip_sheet
from inspector_app.ui.look import sizes as s
from inspector_app.ui.look.colours import Colours

_QT_ADDS = 3  # pixels, to the height of a box with steps, at any size of it
Px = Callable[[float], int]


def build(c: Colours, px: Px, ring: int) -> str:
    """The stylesheet for these colours, sizes made by `px` (pixels at 100% in, at the present zoom out).

    `ring`: pixels of the inner edge by which a field, row or list shows that it has the keyboard. What is pressed or
    read has its ring outside (look/ring.py), so no rule here says anything of it.
    """
    text = _text(c, px), button_sheet.build(c, px), _boxes(c, px, ring), _checks(c, px)
    round_them = strip_sheet.build(c, px)
    return "".join(
        (
            *text,
            round_them,
            _popups(c, px),
            _frames(c, px, ring),
            _lists(c, px),
            _small_parts(c, px),
        )
    )


def at_panel(px: Px, body: int) -> str:
    """Of panel mode alone, where there is room: text of the scale at 140%, its body of that size (px at 100%)."""
    large = body > s.PANEL_SMALL
    return f"""
QLabel, QComboBox, QLineEdit, QPlainTextEdit, QListView {{ font-size: {px(body)}px; }}
QPushButton {{ font-size: {px(s.PANEL_SMALL if large else s.BODY)}px; }}
QLabel[role="title"] {{ font-size: {px(s.PANEL_TITLE)}px; }}
QLabel[role="heading"] {{ font-size: {px(s.PANEL_HEADING if large else s.PANEL_SMALL)}px; }}
QLabel[role="small"], QPushButton[role="chip"], QWidget[role="ordinary"] QLabel {{
    font-size: {px(s.PANEL_SMALL if large else s.BODY)}px; }}
"""


def _text(c: Colours, px: Px) -> str:
    return f"""
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog {{ background: {c.window}; }}
QLabel {{ background: transparent; qproperty-textFormat: PlainText; }}
QLabel[marked="true"] {{ qproperty-textFormat: RichText; }}
QLabel[role="title"] {{ font-size: {px(s.TITLE)}px; font-weight: {s.HEADLINE}; }}
QLabel[role="heading"] {{ font-size: {px(s.HEADING)}px; font-weight: {s.HEADLINE}; }}
QLabel[role="label"] {{ font-weight: {s.STRONG}; }}
QLabel[role="field"] {{ font-size: {px(s.SMALL)}px; font-weight: {s.STRONG}; }}
QLabel[role="holds"], QLabel[role="holds-not"] {{ background: {c.yes_soft}; color: {c.yes}; font-size: {px(s.SMALL)}px;
    font-weight: {s.STRONG}; border-radius: {px(s.ROUND_SMALL)}px; padding: {s.EDGE}px {px(s.CLOSE)}px; }}
QLabel[role="holds-not"] {{ background: {c.na_soft}; color: {c.quiet}; font-weight: {s.READING}; }}
QLabel[role="letter"] {{ color: {c.quiet}; font-weight: {s.STRONG}; }}
QLabel[role="here"] {{ color: {c.accent}; font-weight: {s.STRONG}; }}
QLabel[role="quiet"] {{ color: {c.quiet}; }}
QLabel[role="code"] {{
    background: {c.surface}; border: {s.EDGE}px solid {c.border}; border-radius: {px(s.ROUND)}px;
    font-size: {px(s.HEADING)}px; font-weight: {s.STRONG}; padding: {px(s.CLOSE)}px {px(s.TIGHT)}px;
}}
QLabel[role="step"] {{ background: {c.accent}; color: {c.on_accent}; border-radius: {px(s.PAGE) // 2}px;
    font-size: {px(s.SMALL)}px; font-weight: {s.STRONG}; min-width: {px(s.PAGE)}px; max-width: {px(s.PAGE)}px;
    min-height: {px(s.PAGE)}px; max-height: {px(s.PAGE)}px; }}
QLabel[role="small"] {{ color: {c.quiet}; font-size: {px(s.SMALL)}px; }}
QLabel[role="little"] {{ font-size: {px(s.SMALL)}px; }}
QLabel[role="known"] {{ color: {c.yes}; font-size: {px(s.SMALL)}px; }}
QLabel[role="error"] {{ color: {c.error}; }}
QLabel[role="wrong"] {{ color: {c.error}; font-size: {px(s.SMALL)}px; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: {s.EDGE}px solid {c.border}; padding: {px(s.TIGHT)}px;
    qproperty-textFormat: PlainText; }}
"""


def _boxes(c: Colours, px: Px, ring: int) -> str:
    icons = (paths.resources() / "icons").as_posix()
    across, down, inner = px(s.CLOSE), px(s.TIGHT), ring - s.EDGE
    focus = f"border: {ring}px solid {c.focus};"
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QComboBox {{ background: {c.surface};
    border: {s.EDGE}px solid {c.border}; border-radius: {px(s.ROUND)}px; padding: {down}px {across}px;
    placeholder-text-color: {c.quiet}; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit {{ lineedit-password-character: 8226; }}
QLineEdit, QDateEdit, QComboBox {{ padding: 0px {across}px; min-height: {px(s.FIELD) - 2 * s.EDGE}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ {focus} padding: {down - inner}px {across - inner}px; }}
QLineEdit:focus, QDateEdit:focus, QComboBox:focus {{ {focus} padding: 0px {across - inner}px;
    min-height: {px(s.FIELD) - 2 * ring}px; }}
QLineEdit[wrong="true"], QDateEdit[wrong="true"], QComboBox[wrong="true"] {{ border: {ring}px solid {c.error};
    padding: 0px {across - inner}px; min-height: {px(s.FIELD) - 2 * ring}px; }}
QDateEdit QLineEdit, QComboBox QLineEdit {{ min-height: 0px; padding: 0px; border: none; }}
QDateEdit {{ min-height: {px(s.FIELD) - 2 * s.EDGE - _QT_ADDS}px; }}
QDateEdit:focus {{ min-height: {px(s.FIELD) - 2 * ring - _QT_ADDS}px; }}
QComboBox[role="chip"] {{ font-size: {px(s.SMALL)}px; min-height: {px(s.BUTTON_SMALL) - 2 * s.EDGE}px; }}
QComboBox[role="chip"]:focus {{ min-height: {px(s.BUTTON_SMALL) - 2 * ring}px; }}
QComboBox[role="chip"][chosen="true"] {{ background: {c.accent_soft}; color: {c.accent}; border-color: {c.accent};
    font-weight: {s.STRONG}; border-top-right-radius: 0; border-bottom-right-radius: 0; }}
QComboBox[role="chip"][chosen="true"]:!focus {{ border-right: 0px; }}
QComboBox[role="chip"][chosen="true"]::drop-down {{ width: 0px; border: 0px; }}
QComboBox[role="chip"][chosen="true"]::down-arrow {{ image: none; }}
QPushButton[role="chip-off"] {{ background: {c.accent_soft}; border: {s.EDGE}px solid {c.accent}; border-left: 0px;
    padding: 0px; min-height: {px(s.BUTTON_SMALL) - 2 * s.EDGE}px; border-radius: {px(s.ROUND)}px;
    border-top-left-radius: 0; border-bottom-left-radius: 0; }}
QPushButton[role="chip-off"]:hover {{ background: {c.raised}; }}
QPushButton[role="chip-off"]:pressed {{ background: {c.press}; }}
QTextBrowser {{ border: {s.EDGE}px solid {c.line}; }}
QTextBrowser[role="part"] {{ background: transparent; border: {s.EDGE}px solid transparent; padding: 0px; }}
NoteBox {{ padding: {inner}px; }}
NoteBox:focus {{ padding: 0px; }}
NoteBox[role="document"] {{ background: transparent; border: {s.EDGE}px solid transparent; }}
NoteBox[role="document"]:hover {{ background: {c.sunken}; }}
NoteBox[role="document"]:focus {{ background: {c.surface}; {focus} }}
NoteBox[readOnly="true"] {{ background: transparent; border: {s.EDGE}px solid transparent; }}
NoteBox[readOnly="true"]:focus {{ {focus} }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {c.window}; color: {c.off}; }}
QLineEdit[role="adding"] {{ background: {c.sunken}; border: {s.EDGE}px dashed {c.border}; }}
QLineEdit[role="adding"]:focus {{ background: {c.surface}; {focus} }}
QLineEdit[reads="true"]:focus {{ {focus} }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(s.TARGET)}px;
    subcontrol-origin: border; subcontrol-position: top right; right: {px(s.TIGHT)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({icons}/chevron{button_sheet.ink_on(c.surface)}.svg);
    width: {px(s.PICTURE)}px; height: {px(s.PICTURE)}px; }}
"""


def _checks(c: Colours, px: Px) -> str:
    icons = (paths.resources() / "icons").as_posix()
    side, dot = px(s.CHECK) - 2 * s.EDGE, px(s.CLOSE)
    return f"""
QRadioButton, QCheckBox {{ background: transparent; spacing: {px(s.CLOSE)}px; min-height: {px(s.TARGET)}px;
    outline: 0; }}
QRadioButton[role="choice"] {{ font-weight: {s.STRONG}; }}
QRadioButton::indicator, QCheckBox::indicator, QListView::indicator {{ width: {side}px; height: {side}px;
    background: {c.surface}; border: {s.EDGE}px solid {c.border}; border-radius: {px(s.ROUND_SMALL)}px; }}
QFrame[role="swatch"] {{ background: {c.surface}; border: {s.EDGE}px solid {c.border}; border-radius: {px(s.ROUND)}px; }}
QFrame[role="swatch"]:hover {{ background: {c.raised}; }}
QFrame[role="swatch"][chosen="true"] {{ background: {c.accent_soft}; border: {s.STRESS}px solid {c.accent}; }}
QLabel[role="sample"] {{ background: {c.sunken}; border: {s.EDGE}px solid {c.line}; border-radius: {px(s.ROUND)}px;
    padding: 0px {px(s.NEAR)}px; min-height: {px(s.BUTTON) - 2 * s.EDGE}px; }}
QListView::indicator {{ margin-right: {px(s.TIGHT)}px; }}
QRadioButton::indicator {{ border-radius: {side // 2 + s.EDGE}px; }}
QRadioButton::indicator:checked {{ width: {dot}px; height: {dot}px;
    border: {(side - dot) // 2 + s.EDGE}px solid {c.accent}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {c.accent};
    border: {s.EDGE}px solid {c.accent}; image: url({icons}/tick{button_sheet.ink_on(c.accent)}.svg); }}
"""


def _popups(c: Colours, px: Px) -> str:
    return f"""
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView, QListView[role="popup"] {{ background: {c.surface};
    border: {s.EDGE}px solid {c.border}; padding: 0px;
    selection-background-color: {c.raised}; selection-color: {c.text}; }}
QComboBox QAbstractItemView:focus, QListView[role="popup"]:focus {{ border: {s.EDGE}px solid {c.border}; }}
QComboBox QAbstractItemView::item, QListView[role="popup"]::item {{ padding: 0px {px(s.CLOSE)}px; border: none; }}
QComboBox QAbstractItemView::item:selected, QListView[role="popup"]::item:selected,
QComboBox QAbstractItemView::item:selected:focus {{ background: {c.raised}; color: {c.text}; border: none; }}
QCalendarWidget {{ background: {c.surface}; border: {s.EDGE}px solid {c.border}; }}
QCalendarWidget #qt_calendar_navigationbar {{ background: {c.surface}; }}
QCalendarWidget #qt_calendar_monthbutton, QCalendarWidget #qt_calendar_yearbutton {{ font-weight: {s.STRONG}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView::item {{ padding: 0px; }}
QCalendarWidget QAbstractItemView, QCalendarWidget QAbstractItemView:focus {{ border: none; padding: 0px; }}
QMenu {{ background: {c.surface}; border: {s.EDGE}px solid {c.border}; padding: {px(s.TIGHT)}px; }}
QMenu::item {{ padding: {px(s.STEP)}px {px(s.PAGE)}px; min-height: {px(s.TARGET)}px;
    border-radius: {px(s.ROUND_SMALL)}px; }}
QMenu::item:selected {{ background: {c.raised}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.off}; background: transparent; }}
QMenu::separator {{ background: {c.line}; height: {s.EDGE}px; margin: {px(s.TIGHT)}px; }}
"""


def _frames(c: Colours, px: Px, ring: int) -> str:
    return f"""
QFrame[role="card"] {{ background: {c.surface}; border: {s.EDGE}px solid {c.line}; border-radius: {px(s.ROUND)}px; }}
QFrame[role="only-read"] {{ background: {c.sunken}; border: {s.EDGE}px solid {c.line}; border-radius: {px(s.ROUND)}px; }}
QFrame[role="suggested"] {{ background: {c.surface}; border: {px(s.STRESS)}px solid {c.accent};
    border-radius: {px(s.ROUND)}px; }}
QFrame[role="floating"] {{ background: {c.surface}; border: {s.EDGE}px solid {c.border}; border-radius: {px(s.ROUND)}px; }}
QFrame[role="rail"] {{ background: {c.raised}; border: none; border-right: {s.EDGE}px solid {c.line}; }}
QFrame[role="bar"] {{ background: {c.surface}; border: none; border-top: {s.EDGE}px solid {c.line}; }}
QFrame[role="sunken"] {{ background: {c.sunken}; border: none; border-top: {s.EDGE}px solid {c.line};
    border-bottom-left-radius: {px(s.ROUND)}px; border-bottom-right-radius: {px(s.ROUND)}px; }}
QFrame[role="sheet"] {{ background: {c.surface}; border: none; }}
QFrame[role="aside"] {{ background: {c.sunken}; border: none; border-left: {s.EDGE}px solid {c.line}; }}
QFrame[role="own"] {{ background: {c.surface}; border: none; border-bottom: {s.EDGE}px solid {c.line}; }}
QFrame[role="foot"] {{ background: {c.surface}; border: none; border-top: {s.EDGE}px solid {c.line}; }}
QFrame[role="colleague"] {{ background: {c.raised}; border: none; border-bottom: {px(s.STRESS)}px solid {c.border}; }}
QFrame[role="accepted"] {{ background: {c.yes_soft}; border: none; border-bottom: {px(s.STRESS)}px solid {c.yes}; }}
QFrame[role="told"] {{ background: {c.accent_soft}; border: {s.EDGE}px solid {c.accent};
    border-left: {px(s.HERE)}px solid {c.accent}; border-radius: {px(s.ROUND)}px; }}
QFrame[role="place"] {{ background: {c.window}; border: none; }}
QFrame[role="rule"] {{ background: {c.line}; border: none; max-width: {s.EDGE}px; min-width: {s.EDGE}px; }}
QFrame[role="upright"] {{ background: {c.line}; border: none; }}
QFrame[role="drop"] {{ background: {c.accent}; border: none; }}
QFrame[role="line"] {{ background: {c.line}; border: none; max-height: {s.EDGE}px; min-height: {s.EDGE}px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea[role="card"] {{ background: {c.surface}; border: {s.EDGE}px solid {c.line}; border-radius: {px(s.ROUND)}px; }}
QScrollArea[reads="true"] {{ border: {ring}px solid transparent; border-radius: {px(s.ROUND)}px; }}
QScrollArea[reads="true"][role="card"] {{ border: {s.EDGE}px solid {c.line}; padding: {ring - s.EDGE}px; }}
QScrollArea[reads="true"][role="card"]:focus {{ border: {ring}px solid {c.focus}; padding: 0px; }}
QScrollArea[reads="true"]:focus {{ border: {ring}px solid {c.focus}; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; }}
"""


def _lists(c: Colours, px: Px) -> str:
    icons, ink = (paths.resources() / "icons").as_posix(), button_sheet.ink_on(c.sunken)
    return f"""
QListView, QTableView, QTreeView {{ background: {c.surface}; border: {s.EDGE}px solid {c.line};
    border-radius: {px(s.ROUND)}px; gridline-color: {c.line}; outline: 0;
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QListView[role="bare"] {{ background: transparent; border: none; padding: 0px; }}
QListView[role="inside"], LineList {{ border: none; padding: 0px; }}
QListView::item {{ padding: {px(s.TIGHT)}px {px(s.CLOSE)}px; border-left: {px(s.ROUND_SMALL)}px solid transparent; }}
QTableView::item {{ padding: 0px {px(s.CLOSE)}px; border: none; }}
QTableView[role="lined"]::item {{ border-bottom: {s.EDGE}px solid {c.line}; }}
QListView::item:hover {{ background: {c.raised}; }}
QListView::item:selected, QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QListView::item:selected:focus {{ border-left: {px(s.ROUND_SMALL)}px solid {c.focus}; }}
QHeaderView {{ background: {c.sunken}; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableCornerButton::section {{ background: {c.sunken}; border: none; border-bottom: {s.EDGE}px solid {c.border}; }}
QHeaderView::section {{ background: {c.sunken}; color: {c.quiet}; border: none;
    border-bottom: {s.EDGE}px solid {c.border}; padding: {px(s.TIGHT)}px {px(s.NEAR) - s.EDGE}px;
    font-size: {px(s.SMALL)}px; text-align: left; }}
QHeaderView::down-arrow {{ image: url({icons}/chevron{ink}.svg); width: {px(s.SIGN)}px; height: {px(s.SIGN)}px; }}
QHeaderView::up-arrow {{ image: url({icons}/chevron-up{ink}.svg); width: {px(s.SIGN)}px; height: {px(s.SIGN)}px; }}
"""


def _small_parts(c: Colours, px: Px) -> str:
    return f"""
QLineEdit[reads="true"], QComboBox[reads="true"]:disabled {{ background: transparent; color: {c.text}; padding: 0px;
    border: {s.EDGE}px solid transparent; }}
QComboBox[reads="true"]::down-arrow:disabled {{ image: none; }}
QProgressBar {{ background: {c.track}; border: {s.EDGE}px solid {c.track_edge}; text-align: center;
    min-height: {px(s.BAR)}px; max-height: {px(s.BAR)}px; font-size: {px(s.SMALL)}px; }}
QProgressBar::chunk {{ background: {c.accent}; }}
QScrollBar:vertical {{ background: transparent; width: {px(s.SCROLL)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(s.SCROLL)}px; margin: 0; }}
QScrollBar::handle {{ background: {c.border}; border-radius: {px(s.ROUND_SMALL)}px; margin: {px(s.ROUND_SMALL)}px;
    min-height: {px(s.BUTTON)}px; min-width: {px(s.BUTTON)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: {s.EDGE}px; }}
QSplitter::handle:vertical {{ height: {s.EDGE}px; }}
"""
