"""The write-ahead log beside a file, read frame by frame: which pages it holds, in their last stage."""

from pathlib import Path

from inspector_app.core import open_here
from inspector_app.core.crypto.pages import SIZE
from inspector_app.core.storage import beside

_HEAD, _FRAME = 32, 24  # bytes before the first frame, and before the page of each
_MAGIC = (0x377F0682, 0x377F0683)


def frames(path: Path) -> dict[int, list[bytes]]:
    """The sealed pages in the log beside a file by number, the last first, as far as edits in it were finished.

    Frames of a former use of the log, which stand behind those of the last, have another mark and are left out.
    Raises OSError.
    """
    log = beside.log_of(path)
    data = open_here.read(log) if log.is_file() else b""
    if len(data) < _HEAD or int.from_bytes(data[:4]) not in _MAGIC:
        return {}
    mark = data[16:24]
    found: dict[int, list[bytes]] = {}
    unfinished: list[tuple[int, bytes]] = []
    for at in range(_HEAD, len(data) - _FRAME - SIZE + 1, _FRAME + SIZE):
        if data[at + 8 : at + 16] != mark:
            break
        unfinished.append((int.from_bytes(data[at : at + 4]), data[at + _FRAME : at + _FRAME + SIZE]))
        if int.from_bytes(data[at + 4 : at + 8]):  # the last of an edit says how many pages the file has then
            for number, page in unfinished:
                found.setdefault(number, []).insert(0, page)
            unfinished = []
    return found
