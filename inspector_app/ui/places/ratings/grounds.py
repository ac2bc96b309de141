"""What a rating that people give rests on, beside where it is given: sources with notes, strengths, areas."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.services.results.qualitative import Grounds, OnSource
from inspector_app.core.words import count, cut, listed, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, readable, said_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import evidence as evidence_words

_NAMED = 8  # parts of a standard that are named one by one: the grid has the rest


class GroundsView(QWidget):
    """Read only; the button leads to where it is written."""

    evidence_wanted = Signal()

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.setAccessibleName(say("{ref}: evidence", ref=ref))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        self._lines.setSpacing(theme.px(sizes.TIGHT))
        self._ref, self._shown = ref, Grounds((), (), (), ())

    def show_grounds(self, found: Grounds) -> None:
        """Show it anew."""
        if self._lines.count() and found == self._shown:
            return
        self._shown = found
        empty(self._lines)
        self._head(how_much(found))
        for one in found.sources:
            self._text(in_words(one))
        if found.sources and found.unheard:  # without a source there is none on each of them
            self._small(unheard(found.unheard))
        self._list(say("Strengths"), found.strengths)
        self._list(say("Areas for improvement"), found.areas)
        held = QWidget(self)
        go = theme.role(PressButton(say("Go to the evidence"), held), "plain")
        go.setAccessibleName(say("{ref}: go to the evidence", ref=self._ref))
        go.clicked.connect(self.evidence_wanted)
        across = Flow(go)
        held.setLayout(across)
        self._lines.addWidget(held)

    def _list(self, title: str, texts: Iterable[str]) -> None:
        found = list(texts)
        self._head(title)
        if found:
            self._text("\n".join(f"• {text}" for text in found))
        else:
            self._small(say("None on Findings yet."))

    def _head(self, title: str) -> None:
        self._lines.addWidget(theme.role(plain_label(title, self), "label"))

    def _small(self, text: str) -> None:
        self._lines.addWidget(said_label(self, text, "small"))

    def _text(self, text: str) -> None:
        self._lines.addWidget(readable(self, text))


def unheard(refs: Sequence[str]) -> str:
    """On what no source bears: by name, as far as names can be read at a glance."""
    named, left = cut(refs, _NAMED)
    if not left:
        return say("No source bears on: {refs}.", refs=listed(list(refs)))
    return say("No source bears on: {refs} and {n} more.", refs=", ".join(named), n=left)


def how_much(found: Grounds) -> str:
    """How many sources say something on it."""
    if not found.sources:
        return say("No source yet")
    return count(len(found.sources), "{n} source", "{n} sources")


def in_words(one: OnSource) -> str:
    """A source and what it says, a line for each part of the standard."""
    lines = [evidence_words.name(one.source), evidence_words.about(one.source)]
    for said in one.said:
        contested = f" ({say('contested')})" if said.cell.contested else ""
        lines.append(f"{said.cell.subject}{contested}: {said.note.strip() or say('bears on it, without a note')}")
    return "\n".join(line for line in lines if line)
