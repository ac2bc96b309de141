"""The shapes of the lines of packed work: one way of writing each, checked before a line is taken apart.

What does not have its shape is never given to the JSON reader, which would make a great many objects of some brackets.
The reader in its turn refuses a string with a control character in it, so that none is looked for here.
"""

import re

from inspector_app.core.domain.steps.changes import MOST_PARENTS

_ESCAPED = (
    r"\\",
    r"\n",
    r"\"",
    r"\t",
    r"\r",
    r"\b",
    r"\f",
    *(rf"\u{code:04x}" for code in range(1, 0x20) if chr(code) not in "\b\t\n\f\r"),
)
_ONE = "~"  # for each of them: a character that stands in strings alone
_STRING = r'"[^"]*+"'  # where nothing is escaped: to look for one character takes a third of the time
_STEP_ID = r"[0-9a-f]{16}\.[0-9]{8}\.[0-9a-f]{8}"
_CHANGE_ID = rf"{_STEP_ID}\.(?:0|[1-9][0-9]{{0,5}})"
_WORD = r'"[a-z_]{1,40}"'
_COUNT = r"(?:0|[1-9][0-9]{0,9})"
_VALUE = rf"(?:{_STRING}|0|-?[1-9][0-9]{{0,15}}|true|false|null)"


def _list_of(one: str, most: str = "*") -> str:
    return rf"\[(?:{one}(?:,{one}){most}+)?\]"


_PARENT = rf'"{_CHANGE_ID}"'
_PARENTS = _list_of(_PARENT, f"{{0,{MOST_PARENTS - 1}}}")
_CHANGE = rf"\[{_WORD},{_STRING},{_WORD},{_VALUE},{_PARENTS},{_COUNT}\]"
_ENTRY = rf'\["[0-9]{{8}}\.[0-9a-f]{{8}}",{_COUNT},"[0-9a-f]{{32}}"\]'

START = re.compile(rf'\{{(?:"framework_text":{_STRING})?\}}')
STRETCH = re.compile(
    rf'\["[0-9a-f]{{16}}","(?:[0-9a-f]{{16}})?","[0-9a-f]{{64}}",{_list_of(_ENTRY)},"[0-9a-f]{{128}}"\]'
)
STEP = re.compile(rf'\["{_STEP_ID}",{_STRING},{_STRING},{_WORD},{_STRING},(?:null|"{_STEP_ID}"),{_list_of(_CHANGE)}\]')


def has(line: str, shape: re.Pattern[str]) -> bool:
    """Whether a line is of that shape."""
    for escaped in _ESCAPED:
        if "\\" not in line:
            break
        line = line.replace(escaped, _ONE)  # and no pattern, which would keep a piece for each of millions
    return "\\" not in line and shape.fullmatch(line) is not None
