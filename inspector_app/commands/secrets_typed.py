"""Passphrases and recovery codes as people give them: the first line of a file, an environment variable, or a prompt."""

import argparse
import codecs
import getpass
import os
import re
import sys
from pathlib import Path

from inspector_app.core import files, itself
from inspector_app.core.errors import Code, Expected

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OWN = "--passphrase-file"  # of this laptop
_LONGEST = 64 * 1024  # bytes of a file that a passphrase stands in


def passphrase(options: argparse.Namespace, twice: bool = False) -> str:
    """The passphrase of this laptop or package; never from an argument.

    Expected: NO_PASSPHRASE (of others NO_SECRET), PASSPHRASES_DIFFER, SECRET_UNREADABLE, FILE_MISSING.
    """
    return _given(options.passphrase_file, _OWN, itself.PASSPHRASE, "Passphrase", twice=twice)


def new_passphrase(options: argparse.Namespace) -> str:
    """The one to be had from now on. Expected: as `passphrase`."""
    return _given(
        options.new_passphrase_file, "--new-passphrase-file", itself.NEW_PASSPHRASE, "New passphrase", twice=True
    )


def recovery_code(options: argparse.Namespace) -> str:
    """The recovery code. Expected: as `passphrase`."""
    return _given(options.code_file, "--code-file", itself.RECOVERY_CODE, "Recovery code", twice=False)


def package_passphrase(options: argparse.Namespace) -> str:
    """That of a package, "" where none is meant. Expected: as `passphrase`."""
    path: Path | None = options.package_passphrase_file
    found = _first_line(path) if path else ""
    if path and not found:
        raise Expected(Code.NO_SECRET, what="passphrase", option="--package-passphrase-file")
    return found


def _first_line(path: Path) -> str:
    """The first line of a file, as the words that were typed into it, and never anything else.

    A mark of its encoding at the start is taken off; UTF-16 with its mark is read. What has no such mark and is no UTF-8
    often decodes all the same, with zeros between the letters. Expected: SECRET_UNREADABLE, FILE_MISSING.
    """
    data = files.read_start(path, _LONGEST)
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Expected(Code.SECRET_UNREADABLE, where=path) from None
    if "\0" in text:
        raise Expected(Code.SECRET_UNREADABLE, where=path)
    return re.split("[\r\n]", text, maxsplit=1)[0]


def _given(path: Path | None, option: str, variable: str, asked: str, *, twice: bool) -> str:
    found = _first_line(path) if path else _of_environment(variable)
    if not found and sys.stdin.isatty():
        found = _typed(f"{asked}: ")
        if twice and _typed("Again: ") != found:
            raise Expected(Code.PASSPHRASES_DIFFER)
    if not found and option == _OWN:
        raise Expected(Code.NO_PASSPHRASE)
    if not found:
        raise Expected(
            Code.NO_SECRET, what=asked.lower(), option=f"{option}, or into the environment variable {variable}"
        )
    return found


def _of_environment(variable: str) -> str:
    return _text(os.environ.get(variable, ""), f"the environment variable {variable}")


def _typed(asked: str) -> str:
    where = "the line that was typed"
    try:
        return _text(getpass.getpass(asked), where)
    except UnicodeDecodeError:  # a terminal of another encoding than the system says
        raise Expected(Code.SECRET_UNREADABLE, where=where) from None


def _text(found: str, where: str) -> str:
    try:
        found.encode("utf-8")
    except UnicodeEncodeError:  # bytes that are no text
        raise Expected(Code.SECRET_UNREADABLE, where=where) from None
    return found
