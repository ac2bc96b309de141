"""A short text that is longer than its field is: refused with what it begins with, its length and the most."""

from inspector_app.core.domain.field import Field
from inspector_app.core.errors import Code, Expected

_SHOWN = 40  # characters of it, by which its writer knows it


def refuse(field: Field, text: str, called: str = "", *, brought: bool = False) -> None:
    """`called`: what people call the field there; `brought`: as `Field.too_long`. Expected: VALUE_INVALID."""
    why = field.too_long(text, brought=brought)
    if why:
        raise Expected(Code.VALUE_INVALID, field=called or field.name, value=f"{text[:_SHOWN]}…", why=why)


def refuse_name(field: Field, text: str, called: str = "") -> None:
    """The same of a name that is going to be put on one line. Expected: VALUE_INVALID."""
    refuse(field, " ".join(text.split()), called)
