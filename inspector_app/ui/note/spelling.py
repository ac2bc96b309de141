"""The window's side of the spelling check: what is known of words, asked for in another process and never waited for.

One check per process, as there is one open inspection: `check()`. A box that paints asks `wrong(word)`, which answers from
memory at once; words not known yet are asked for together, and `changed` says when to paint again.
"""

import json
import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import own_words, spelling
from inspector_app.ui.bridge import Bridge, Touched

_AT_ONCE = 300  # words in one question: a few milliseconds' work, so that suggestions never wait long behind it
_TEXTS_KEPT, _RUNS_KEPT = 200, 5_000
_MOST_STARTS = 3  # of the process, for one inspection: what dies again and again is left alone
_PATIENCE = 800  # milliseconds until a person who asked for suggestions is shown that there are none

Suggested = Callable[[list[str] | None], object]


class Spelling(QObject):
    """What is known of the words of the open inspection. Without one, or switched off, every word is right."""

    changed = Signal()  # more is known, or it was switched: what is in sight may need other lines under it

    def __init__(self) -> None:
        super().__init__()
        self._workspace: Workspace | None = None
        self._on = True
        self._right: dict[str, bool] = {}
        self._own: frozenset[str] = frozenset()
        self._languages: tuple[str, ...] = ()
        self._words: dict[str, spelling.Placed] = {}
        self._runs: dict[str, spelling.Placed] = {}  # of what stands between two spaces
        self._wanted: dict[str, None] = {}  # words to ask for, the latest seen last
        self._asking = False
        self._suggesting: dict[str, Suggested] = {}
        self._process: QProcess | None = None
        self._starts = 0
        self._bridge = Bridge(self)
        self._bridge.touched.connect(self._on_touched)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def use(self, workspace: Workspace | None) -> None:
        """Check the texts of this inspection from now on; None: of none, and forget every word."""
        if workspace is self._workspace:
            return
        self._stop()
        self._right, self._own, self._words, self._runs = {}, frozenset(), {}, {}
        self._workspace, self._starts = workspace, 0
        self._bridge.listen_to(workspace.editor if workspace else None)
        if workspace is not None:
            self._read(workspace)
        self.changed.emit()

    def release(self, workspace: Workspace) -> None:
        """The inspection is closed: forget its words, unless another has taken its place."""
        if workspace is self._workspace:
            self.use(None)

    @property
    def on(self) -> bool:
        """Whether it is switched on."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Switch it on or off."""
        if on != self._on:
            self._on = on
            if not on:
                self._stop()
            self.changed.emit()

    def choose_languages(self) -> None:
        """The person chose other languages: what was known of words is asked for anew."""
        if self._workspace is not None:
            self._read_again(self._workspace)

    @property
    def checks(self) -> bool:
        """Whether words are looked at at all."""
        return self._on and self._workspace is not None

    def words(self, text: str) -> tuple[tuple[int, str], ...]:
        """The words of a text that can be wrong, with their places; kept for what is in sight."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _TEXTS_KEPT:
                self._words.clear()
            if len(self._runs) >= _RUNS_KEPT:
                self._runs.clear()
            found = self._words[text] = tuple(spelling.words(text, self._runs))
        return found

    def wrong(self, word: str) -> bool:
        """Whether a word is known to be wrong. One not known yet is asked for, and counts as right until then."""
        right = self._right.get(word)
        if right is None and self.checks:
            right = spelling.among(word, self._own)
            if right:
                self._right[word] = True
            elif word not in self._wanted:
                self._wanted[word] = None
                self._soon.start()
            return False
        return right is False and self._on

    def may_be_wrong(self, word: str) -> bool:
        """Whether it is wrong or nobody knows yet."""
        if not self.checks:
            return False
        right = self._right.get(word)
        return not (self.is_own(word) if right is None else right)  # looked up where nobody answered: at each key

    def is_own(self, word: str) -> bool:
        """Whether the person, or the team's or the service's name, makes it right."""
        return spelling.among(word, self._own)

    def suggest(self, word: str, then: Suggested) -> None:
        """Ask what was meant; `then` is called once: with the suggestions, or None where the word is right.

        When they do not come soon there are none.
        """
        self._suggesting[word] = then
        self._send({"suggest": word})
        QTimer.singleShot(_PATIENCE, self, lambda: self._give_up(word, then))

    def add(self, word: str) -> None:
        """Hold a word to be right in this inspection, on this laptop. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
        if self._workspace is not None:
            own_words.add(self._workspace, word)
            self._read(self._workspace)
            self.changed.emit()

    def remove(self, word: str) -> None:
        """Hold it to be right no more, unless a dictionary does. Expected: as `add`."""
        if self._workspace is not None:
            own_words.remove(self._workspace, word)
            self._right = {}
            self._read(self._workspace)
            self.changed.emit()

    def _read(self, workspace: Workspace) -> None:
        self._own, self._languages = own_words.known(workspace), own_words.dictionaries(workspace)
        self._right = {word: right for word, right in self._right.items() if right or not self.is_own(word)}

    def _on_touched(self, touched: Touched) -> None:
        """Another nation has other languages, another person another name."""
        if self._workspace is None or not any(entity in ("inspection", "person") for entity, _ in touched):
            return
        self._read_again(self._workspace)

    def _read_again(self, workspace: Workspace) -> None:
        before = self._languages
        self._read(workspace)
        if self._languages != before:
            self._stop()
            self._right = {}
        self.changed.emit()

    # the other process

    def _ask(self) -> None:
        if self._asking or not self._wanted or not self.checks:
            return
        words = list(self._wanted)[-_AT_ONCE:]
        self._asking = self._send({"check": words})

    def _send(self, question: dict[str, object]) -> bool:
        if self._process is None and self.checks and self._starts < _MOST_STARTS:
            self._start()
        if self._process is None:
            return False
        self._process.write(json.dumps(question).encode() + b"\n")
        return True

    def _start(self) -> None:
        self._starts += 1
        program, *arguments = spelling.command(self._languages)
        self._process = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_answers)
        process.finished.connect(self._on_died)
        process.errorOccurred.connect(self._on_died)
        process.start(program, arguments)

    def _stop(self) -> None:
        process, self._process = self._process, None
        self._asking = False
        self._wanted.clear()
        for word in list(self._suggesting):
            self._suggested(word, [])
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _on_died(self) -> None:
        if self._process is not None:
            logging.getLogger(__name__).warning("the spelling process ended (%s)", self._process.errorString())
            self._stop()

    def _on_answers(self) -> None:
        while self._process is not None and self._process.canReadLine():
            answer = json.loads(self._process.readLine().toStdString())
            if "word" in answer:
                self._suggested(answer["word"], answer["suggestions"])
            else:
                self._learn(answer)

    def _learn(self, answer: dict[str, list[str]]) -> None:
        for right, words in ((True, answer["right"]), (False, answer["wrong"])):
            for word in words:
                self._right[word] = right or self.is_own(word)
                self._wanted.pop(word, None)
        self._asking = False
        self._soon.start()
        if answer["wrong"]:
            self.changed.emit()

    def _give_up(self, word: str, then: Suggested) -> None:
        if self._suggesting.get(word) is then:
            self._suggested(word, [])

    def _suggested(self, word: str, found: list[str] | None) -> None:
        then = self._suggesting.pop(word, None)
        if then is not None:
            then(found)


class _Now:
    check: Spelling | None = None


def check() -> Spelling:
    """The one check of this process."""
    if _Now.check is None:
        _Now.check = Spelling()
    return _Now.check
