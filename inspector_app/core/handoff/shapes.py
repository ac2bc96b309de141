"""The shapes of the lines of packed work: one way of writing each, checked before a line is taken apart.

What does not have its shape is never given to the JSON reader, which would make a great many objects of some brackets.
"""

import re

from inspector_app.core.domain.steps.changes import MOST_PARENTS

_STRING = r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\bfnrt]|u00(?:0[1-7be-f]|1[0-9a-f])))*+"'
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
