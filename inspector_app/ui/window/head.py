"""What the strip at the head of every page has to say: values, which it puts into words."""

from typing import NamedTuple


class Head(NamedTuple):  # no dataclass: what makes them would cost the first screen its time
    """`title` is the service, or the program while no inspection is open; then what is of an inspection is None or "".

    `framework` is its title, `called` what the strip shows of it, `short_framework` what it shows with little room.
    `saved`: when, or (`unsaved`) why not; `name` and `role`: whose laptop it is, "" while it is locked.
    """

    title: str = ""
    framework: str = ""
    called: str = ""
    short_framework: str = ""
    day: str = ""
    saved: str = ""
    unsaved: bool = False
    colleagues: str = ""
    name: str = ""
    role: str = ""
    sample: bool = False
    contested: int | None = None
    concerns: int | None = None
