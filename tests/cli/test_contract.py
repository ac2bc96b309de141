"""Every command and option that the contract of the commands names is there."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.__main__ import COMMANDS
from inspector_app.commands import arguments

CONTRACT = next(
    (p / "shared" / "interchange.md" for p in Path(__file__).resolve().parents if (p / "shared").is_dir()), None
)
OF_THE_DOOR = {"--measure-start", "--self-check", "--version"}  # inspector_app/__main__.py


def named() -> Iterator[str]:
    """Each command of the contract's table as it is written there: `report FILE-or-WORKSPACE -o OUT`."""
    assert CONTRACT is not None
    table = CONTRACT.read_text("utf-8").split("## Commands")[1].split("\n## ")[0]
    for row in (line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")):
        for code in re.findall("`([^`]+)`", row):
            yield code.replace("\\|", "|").removeprefix("inspector-app").strip()


def parsers(words: list[str]) -> list[argparse.ArgumentParser]:
    """What reads a command of these words; several where the contract lists acts (`add|list`) or leaves them out."""
    found = [arguments._parser()]
    for word in words:
        acts = [action for one in found for action in one._actions if isinstance(action, argparse._SubParsersAction)]
        if not acts:
            break
        found = [action.choices[name] for action in acts for name in word.split("|")]
    return found


@pytest.mark.skipif(CONTRACT is None, reason="the contract lies beside the project, and is not here")
def test_every_command_and_option_of_the_contract_is_there() -> None:
    said = [one for one in named() if one and not one.startswith("[WORKSPACE]")]
    assert len(said) > 30
    for one in said:
        words = one.split()
        if words[0] in OF_THE_DOOR:
            continue
        assert words[0] in COMMANDS, one
        for parser in parsers(words):
            options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", one.replace("…", " ")))
            assert options <= set(parser._option_string_actions), (
                f"{one}: {options - set(parser._option_string_actions)}"
            )
