"""The window's own commands: makes their actions, says which are possible, and opens the palette and the sheet of keys."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.services.cases import case_names
from inspector_app.core.version import version
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import theme
from inspector_app.ui.look.colours import THEMES
from inspector_app.ui.note import spelling
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.keys import CODES
from inspector_app.ui.page import Item
from inspector_app.ui.pages import PAGES, page
from inspector_app.ui.window import unused_keys
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.help.helping import Helping
from inspector_app.ui.window.main_window import TITLE
from inspector_app.ui.window.settings.settling import Settling
from inspector_app.ui.window.sheets.cover import Cover
from inspector_app.ui.window.sheets.key_sheet import KeySheet
from inspector_app.ui.window.sheets.palette import Entry, Palette
from inspector_app.ui.window.sheets.text_sheet import TextSheet
from inspector_app.ui.window.shell import Shell
from inspector_app.ui.window.strip import Strip
from inspector_app.ui.window.system.idle import Idle
from inspector_app.ui.window.touring.tour import Tour
from inspector_app.ui.window.window_menu import WindowMenu
from inspector_app.ui.words import window as window_words
from inspector_app.ui.words.inspections import WAYS

_COMPONENTS = "components"
_RECOMMENDATIONS = Item("recommendation", "")  # their section, and none of them

_SETTINGS_TOLD = "Seeing, hearing, and the keyboard"  # the heading of the guide under which settings are explained


class Commands(QObject):
    """Built after the first painting; follows the shell from screen to screen."""

    def __init__(self, shell: Shell, strip: Strip, idle: Idle) -> None:
        super().__init__(shell)
        self._shell, self._window = shell, shell.window
        self._desk: Desk | None = None
        self._palette: Palette | None = None
        self._keys: KeySheet | None = None
        self._help = Helping(shell.window, shell.laptop, shell.jobs)
        self._help.wanted.connect(self.do)
        self._settings = Settling(shell.window, shell.laptop, shell.jobs, idle)
        self._settings.keys_changed.connect(self._on_keys_changed)
        self._settings.second_named.connect(self._read_safeguards)
        self._messages: TextSheet | None = None
        self._about: TextSheet | None = None
        self._cover: Cover | None = None
        self._tour = Tour(shell)
        self._components: QWidget | None = None
        pages: dict[str, Callable[[], object]] = {row.code: partial(self._go, row.code) for row in PAGES}
        self._does: dict[str, Callable[[], object]] = pages | {
            "palette": self._ask,
            "guide": self._show_guide,
            "news": self._help.show_news,
            "fault": self._help.show_fault,
            "tour": self._tour.begin,
            "keys": self._show_keys,
            "settings": self._settings.show,
            "messages": self._show_messages,
            "about": self._show_about,
            "card": shell.show_card,
            "cover": self._switch_cover,
            "lock": shell.lock,
            "raise-concern": self._raise_concern,
            "quit": self._window.close,
            "leave": shell.show_start,
            "larger": lambda: self._zoom(theme.zoom() + theme.ZOOM_STEP),
            "smaller": lambda: self._zoom(theme.zoom() - theme.ZOOM_STEP),
            "usual-size": lambda: self._zoom(100),
            "look": self._next_look,
            "spelling": self._switch_spelling,
        }
        self._actions: dict[str, QAction] = {c: actions.make(self._window, c, do) for c, do in self._does.items()}
        self._strip = strip
        strip.wanted.connect(self.do)
        strip.who.setMenu(WindowMenu(strip, self._actions))
        shell.moved.connect(self._follow)
        shell.command_wanted.connect(self.do)
        shell.window.said_of_key = self._said_of_key
        shell.window.takes_words = self._takes_words
        self._follow()

    def _said_of_key(self, event: QKeyEvent) -> str:
        """What a key that nothing takes is for; "" while the window is locked, where no inspection can be opened."""
        return "" if self._shell.laptop.locked else unused_keys.words(event, inside=self._desk is not None)

    def _takes_words(self) -> bool:
        """Whether there is anything to write in: an inspection, or a page before one that has a box."""
        if self._desk is not None and not self._shell.laptop.locked:
            return True
        screen = self._window.screen_shown
        return screen is not None and any(box.isVisible() for box in screen.findChildren(QLineEdit))

    def do(self, code: str) -> None:
        """Do a command, if it is possible now."""
        if self._actions[code].isEnabled():
            self._does[code]()

    def _follow(self) -> None:
        desk = self._shell.desk
        if desk is not None and desk is not self._desk:
            desk.wanted.connect(self.do)
        self._desk = desk
        spelling.check().use(desk.workspace if desk is not None else None)
        for code in (*(row.code for row in PAGES), "raise-concern", "leave", "spelling", "cover"):
            self._actions[code].setEnabled(desk is not None)
        for code in ("card", "lock", "tour"):
            self._actions[code].setEnabled(not self._shell.laptop.locked)
        sheets = (self._palette, self._keys, self._messages, self._about, self._cover)
        for sheet in (*sheets, self._help, self._settings):
            if sheet is not None:
                sheet.end()
        self._help.tell_news()

    def _go(self, code: str) -> None:
        self._settings.end()  # they stand where the page is to come
        if self._desk is not None and code == "compare":
            self._desk.compare_prompt()
        elif self._desk is not None and self._desk.rail.possible(code):
            self._desk.show_page(code)
        elif self._desk is not None and self._desk.show_page("cases"):  # a case is opened from there
            tell(self._desk, say("No case has been opened here yet: choose one in this list and press Enter."))

    def _raise_concern(self) -> None:
        if self._desk is not None:
            self._desk.raise_concern()

    def _zoom(self, percent: int) -> None:
        self._window.change_look(theme.chosen(), percent)

    def _next_look(self) -> None:
        names = list(THEMES)
        self._window.change_look(names[(names.index(theme.name()) + 1) % len(names)], theme.zoom())

    def _switch_spelling(self) -> None:
        self._settings.switch_spelling(on=not spelling.check().on)

    def _show_guide(self) -> None:
        """Open the guide where the page in view is explained; before an inspection, at its beginning."""
        there = page(self._desk.current).told if self._desk is not None else ""
        self._help.show_guide(_SETTINGS_TOLD if self._settings.shown else there)

    def _show_keys(self) -> None:
        self._keys = self._keys or KeySheet(self._window)
        self._keys.open()

    def _show_messages(self) -> None:
        """Go to what the message in view offers; else show all that was said."""
        if self._window.messages.shown.take_keyboard():
            return
        self._messages = self._messages or TextSheet(self._window, actions.command("messages").text)
        self._messages.open(window_words.said(self._window.messages.said))

    def _show_about(self) -> None:
        laptop, open_ = self._shell.laptop, self._desk.workspace.path if self._desk is not None else None
        self._about = self._about or TextSheet(self._window, actions.command("about").text)
        self._about.open(window_words.about(TITLE, version(), laptop.folder, laptop.backups_folder, open_))

    def _switch_cover(self) -> None:
        """Leave only the prompt in hand on the screen; or show everything again."""
        if self._cover is not None and self._cover.isVisible():
            self._cover.end()
        elif self._desk is not None:
            if self._cover is not None:
                self._cover.deleteLater()  # it was measured for the size of text it was made at
            self._cover = Cover(self._window, self._window.messages.shown)
            self._cover.open(self._desk.page(self._desk.current).in_words)

    def _on_keys_changed(self) -> None:
        """The sheet of keys and the pages are made anew, to say which keys do what."""
        if self._keys is not None:
            self._keys.deleteLater()
            self._keys = None
        self._strip.say_keys()
        if self._desk is not None:
            self._desk.rail.say_keys()
        self._window.make_anew()

    def _read_safeguards(self) -> None:
        if self._desk is not None:
            self._desk.counting.read_safeguards()

    def _ask(self) -> None:
        self._palette = self._palette or Palette(self._window)
        possible = [
            (code, action) for code, action in self._actions.items() if action.isEnabled() and code != "palette"
        ]
        everywhere = [_entry(code, action.trigger) for code, action in possible]
        self._palette.ask(
            [*self._on_pages(), *everywhere, *self._ways(), *self._cases()], self._find if self._desk else None
        )

    def _find(self, typed: str) -> Entry:
        """The palette's last entry: the words typed, looked for in everything.

        One word is a command that is listed nowhere, for whoever works on the look: the page of components.
        """
        if typed.strip().casefold() == _COMPONENTS:
            return Entry("Page of components", "", self._show_components)
        return Entry(f"Find “{typed}” in all notes", actions.keys("find"), partial(self._find_in_all, typed))

    def _show_components(self) -> None:
        """Every component with its states, in a window of its own, in the theme and size that are applied."""
        from inspector_app.ui.window.components import components  # which no inspector needs

        if self._desk is not None:
            self._components = components(self._desk.workspace.framework, date.today())
            self._components.show()

    def _find_in_all(self, typed: str) -> None:
        if self._desk is not None:
            self._desk.go_to("find", Query(typed))

    def _on_pages(self) -> list[Entry]:
        """What the page in view can do, and what is worth going to another page for."""
        desk = self._desk
        if desk is None:
            return []
        elsewhere = {code: row.code for row in PAGES for code in row.does}
        here = dict.fromkeys(desk.page(desk.current).offers, desk.current)
        box = self._window.focusWidget()
        return [
            *(_in_note(box) if isinstance(box, NoteBox) else []),
            *(
                _entry(code, partial(self._do_on, desk, page, code))
                for code, page in (here | {c: p for c, p in elsewhere.items() if c not in here}).items()
            ),
            Entry(say("Recommendations"), page("findings").title, partial(desk.go_to, "findings", _RECOMMENDATIONS)),
        ]

    def _do_on(self, desk: Desk, page: str, code: str) -> None:
        if page == desk.current or desk.show_page(page):
            desk.page(page).do(code)

    def _ways(self) -> list[Entry]:
        """What else stands beside the list of inspections; what is open is closed first, and says so."""
        if self._shell.laptop.locked:
            return []
        where = actions.command("leave").text if self._desk is not None else ""
        return [
            Entry(name.say().replace("&", ""), where, partial(self._shell.go, way), about.say(), leaves=bool(where))
            for way, (_, name, about) in WAYS.items()
            if way not in self._actions  # such as the tour
        ]

    def _cases(self) -> list[Entry]:
        desk = self._desk
        if desk is None:
            return []
        return [
            Entry(
                f"Case {row.ref}",
                " · ".join(filter(None, (row.type, row.inspector_name))),
                partial(desk.open_case, row.id),
            )
            for row in case_names.names(desk.workspace)
        ]


def _in_note(box: NoteBox) -> list[Entry]:
    """What can be done in the note that one is in."""
    return [_entry(code, partial(box.do, code)) for code in CODES]


def _entry(code: str, do: Callable[[], object]) -> Entry:
    command = actions.command(code)
    return Entry(command.text, actions.keys(code), do, command.tip)
