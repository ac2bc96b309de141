"""Handing the keyboard from a page to the part of it that wants it, and to what has just come."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QButtonGroup, QScrollArea, QWidget

from inspector_app.ui.controls.layouts import stops_in
from inspector_app.ui.look import sizes, theme


def hand_on(page: QWidget, to: QWidget) -> None:
    """Whenever the page is given the keyboard, give it to this part; said again, to another part.

    Not Qt's setFocusProxy: by that Tab too goes straight to the part, and what stands before it on the page is passed over.
    """
    hand = next((child for child in page.children() if isinstance(child, _Hand)), None) or _Hand(page)
    hand.to = to


def one_stop(group: QButtonGroup) -> None:
    """Let Tab come to the choice of a group that is made, or to its first while none is; the arrows lead to the others.

    Qt's own Tab comes to the first, whichever is chosen, until one has been in the group: Space there would choose it.
    """

    def settle() -> None:
        buttons = group.buttons()
        stop = group.checkedButton() or buttons[0]
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)

    group.buttonToggled.connect(lambda *_: settle())
    settle()


def go_to(part: QWidget, *more: QWidget) -> None:
    """Give the keyboard to what has just come, and scroll so that it is seen, and with it `more` where there is room.

    Qt scrolls to what Tab leads to, not to what is given the keyboard in another way.
    """
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    _InView(part, (*more, part))


def show_focus() -> None:
    """Scroll to what has the keyboard: in another size it may stand below what is in view."""
    focus = QApplication.focusWidget()
    if focus is not None:
        for around in _scrolled(focus):
            around.ensureWidgetVisible(focus, 0, 0)


def show_unseen() -> None:
    """Who comes to a page sees what has the keyboard: a key there would act on what is below the window."""
    focus = QApplication.focusWidget()
    if focus is not None and focus.visibleRegion().isEmpty():
        show_focus()


def bring_into_view(part: QWidget, box: QRect) -> None:
    """Scroll what `part` stands in so that this box of it is seen, as Qt does where a list scrolls by itself."""
    for around in _scrolled(part):
        at = part.mapTo(inside, box.center()) if (inside := around.widget()) else box.center()
        around.ensureVisible(at.x(), at.y(), 0, box.height() // 2 + theme.px(sizes.APART))


def stay_in_view(held: QAbstractItemView) -> None:
    """The line one is on stays in view in another size of its list, whose lines lie anew a moment later."""
    bar = held.verticalScrollBar()
    at = bar.value()

    def look() -> None:
        if bar.value() <= at:  # else it was scrolled meanwhile, as to where it was in another look
            held.scrollTo(held.currentIndex())

    QTimer.singleShot(0, held, look)


def show_whole(part: QWidget) -> None:
    """Scroll so that all of it is seen, where there is room for it; Qt's own Tab shows of a box the line of its cursor."""
    for around in _scrolled(part):
        inside = around.widget()
        if inside is None:
            continue
        top = part.mapTo(inside, QPoint())
        for y in (top.y() + part.height(), top.y()):  # the top of what is higher than the room
            around.ensureVisible(top.x(), y, 0, theme.px(sizes.TIGHT))


class _InView(QObject):
    """Keeps what has just come in view while all around it finds its place: layouts within layouts take several turns.

    It lets go when the person scrolls, or goes on to something else: how long the rest takes is no matter of a clock.
    """

    def __init__(self, part: QWidget, parts: tuple[QWidget, ...]) -> None:
        super().__init__(part)
        self._parts = parts
        for around in _scrolled(part):
            around.verticalScrollBar().rangeChanged.connect(self._bring)
            around.verticalScrollBar().actionTriggered.connect(self._let_go)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._bring()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        here = any(now is part or part.isAncestorOf(now) for part in self._parts[-1:]) if now is not None else True
        if not here:  # also once it has let go, and is not gone yet
            self._let_go()

    def _let_go(self) -> None:
        self._parts = ()
        self.deleteLater()

    def _bring(self) -> None:
        for around in _scrolled(self._parts[-1]) if self._parts else ():
            for part in self._parts:  # the last of them is seen in any case
                around.ensureWidgetVisible(part, 0, theme.px(sizes.APART))


def _scrolled(part: QWidget) -> Iterator[QScrollArea]:
    """What scrolls it, from the inside."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()


class _Hand(QObject):
    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.to: QWidget | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus in."""
        if watched is self.parent() and isinstance(event, QFocusEvent) and event.gotFocus() and self.to is not None:
            if self.to.isVisible():
                self.to.setFocus(event.reason())
            else:  # what is beside it has all the room
                QWidget.focusNextChild(self.to)
        return False


def chosen_or_it(stop: QWidget) -> QWidget:
    """Where the focus goes for a stop: of buttons of which one is chosen at a time, to the chosen one."""
    group = stop.group() if isinstance(stop, QAbstractButton) else None
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    return chosen or stop


def gone_with_the_keyboard(page: QWidget) -> QWidget | None:
    """What has the keyboard on a page that is seen, and was just hidden or turned off; None where nothing was."""
    focus = page.window().focusWidget()
    if focus is None or not page.isVisible() or not page.isAncestorOf(focus):
        return None
    return None if focus.isVisible() and focus.isEnabled() else focus


def give_to_next(page: QWidget, lost: QWidget) -> bool:
    """Give the keyboard to the stop of Tab nearest to it, the next before the first of what holds both, or else to the page.

    Whether there was one. Qt's own chain is not walked: PySide makes what `nextInFocusChain` gives a child of whom it was
    asked of.
    """
    around, there = lost, None
    while there is None and around is not page and (holds := around.parentWidget()) is not None:
        around, there = holds, _next_stop(holds, lost)
    (there or page).setFocus(Qt.FocusReason.OtherFocusReason)
    return there is not None or page.isAncestorOf(page.window().focusWidget() or page)


def _next_stop(inside: QWidget, lost: QWidget) -> QWidget | None:
    stops = stops_in(inside)
    here = stops.index(lost) + 1 if lost in stops else 0
    order = (*stops[here:], *stops[:here])
    return next((stop for stop in order if stop.isVisible() and stop.isEnabled()), None)
