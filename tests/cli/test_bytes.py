"""Arguments of bytes that are no text, or of half a character: no command ends in a traceback, whatever it is told so."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector_app.commands import arguments

NO_TEXT = "C\udcff\ud800"


def commands() -> Iterator[tuple[list[str], argparse.ArgumentParser]]:
    """Every command, with the words that name it."""

    def walk(words: list[str], parser: argparse.ArgumentParser) -> Iterator[tuple[list[str], argparse.ArgumentParser]]:
        subs = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
        for action in subs:
            for name, sub in action.choices.items():
                yield from walk([*words, name], sub)
        if not subs:
            yield words, parser

    yield from walk([], arguments._parser())


def is_text(action: argparse.Action) -> bool:
    return action.type is None and action.nargs != 0 and not action.choices


def given(action: argparse.Action, workspace: Path, folder: Path) -> str:
    if action.choices:
        return str(next(iter(action.choices)))
    if action.type is None:
        return NO_TEXT
    if action.type is int:
        return "1"
    if action.type is Path:
        return str(workspace if action.dest == "workspace" else folder / f"{action.dest}.x")
    return "2026-03-09"


COMMANDS = [(words, parser) for words, parser in commands() if any(map(is_text, parser._actions))]


@pytest.mark.parametrize(("words", "parser"), COMMANDS, ids=[" ".join(words) for words, _ in COMMANDS])
def test_a_command_takes_or_refuses_them(
    run: Any, trafford: Path, tmp_path: Path, words: list[str], parser: argparse.ArgumentParser
) -> None:
    wanted = [a for a in parser._actions if a.nargs != 0 and (a.required or not a.option_strings or is_text(a))]
    said = []
    for action in wanted:
        said += [*action.option_strings[-1:], given(action, trafford, tmp_path)]
    assert run(*words, *said).status in (0, 2, 3)
