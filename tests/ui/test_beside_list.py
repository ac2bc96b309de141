"""A list and what one is on: beside each other, or in each other's place, and never with room that nothing takes."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.look import sizes, theme


@pytest.fixture
def body(qapp: QApplication, qtbot: QtBot) -> BesideList:
    theme.apply(qapp, "light")
    held, part = QListWidget(), QLabel("One")
    held.addItems(["One", "Two"])
    made = BesideList(held, part, back="Lines", on="This line")
    made.held, made.part = held, part  # type: ignore[attr-defined]  # by which the tests know them
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    return made


def test_where_there_is_room_both_stand_there_and_no_way_leads_between_them(body: BesideList) -> None:
    assert body.held.width() == theme.px(sizes.SIDE_LIST)  # type: ignore[attr-defined]
    assert body.part.isVisible()  # type: ignore[attr-defined]
    assert body.turn.isHidden()


def test_where_there_is_none_the_list_has_all_the_width_and_the_way_leads_on_and_back(body: BesideList) -> None:
    body.resize(500, 400)
    QApplication.processEvents()
    assert body.held.width() == 500  # type: ignore[attr-defined]
    assert not body.shows_parts
    turned: list[bool] = []
    body.turned.connect(turned.append)
    body.turn.click()
    assert body.part.isVisible()  # type: ignore[attr-defined]
    body.turn.click()
    assert turned == [True, False]


def test_while_the_parts_are_kept_no_way_leads_to_the_list(body: BesideList) -> None:
    body.resize(500, 400)
    body.keep_parts(True)
    assert body.shows_parts
    assert body.turn.isHidden()
    body.keep_parts(False)
    assert not body.shows_parts


def test_a_list_that_its_page_hides_takes_no_room(body: BesideList) -> None:
    body.held.hide()  # type: ignore[attr-defined]
    body.keep_parts(True)
    QApplication.processEvents()
    assert body.part.mapTo(body, body.part.rect().topLeft()).x() == 0  # type: ignore[attr-defined]


def test_with_nothing_in_the_list_no_way_leads_anywhere(body: BesideList) -> None:
    body.resize(500, 400)
    QApplication.processEvents()
    assert not body.turn.isHidden()
    body.setVisible(False)
    assert body.turn.isHidden()


def test_the_list_ends_with_its_page_also_where_the_way_to_what_one_is_on_breaks_the_head_of_it(
    qapp: QApplication, qtbot: QtBot
) -> None:
    """It is shown once something was read; the way came into the head, and the list was as high as without it."""
    theme.apply(qapp, "light")
    held, page, head = QListWidget(), QWidget(), Flow(QLabel("The name of the page and what it counts"))
    held.addItems([f"Line {number}" for number in range(50)])
    body = BesideList(held, QLabel("One"), back="Lines", on="This line")
    head.addWidget(body.turn)
    whole = QVBoxLayout(page)
    whole.addLayout(head)
    whole.addWidget(body, 1)
    body.resize(300, 300)
    body.setVisible(False)
    qtbot.present(page, 300, 400)
    page.grab()  # which settles all of it once, as having been there before does
    body.setVisible(True)
    QApplication.processEvents()
    assert body.turn.y() > head.geometry().y()
    assert held.height() == body.height()
