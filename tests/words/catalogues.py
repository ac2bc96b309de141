"""Catalogues of another language: made from the sentences of the program, compiled for gettext, and checked.

In a folder LANG/LC_MESSAGES stand `words.po`, which people translate, and `words.mo`, which is made of it and is read.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.words import source


def untranslated(language: str) -> Catalog:
    """Every sentence of the program without a translation, with the plural forms that CLDR has for the language."""
    made = Catalog(locale=language)
    for sentence in source.sentences():
        for text in [sentence.texts] if sentence.counts else sentence.texts:
            made.add(text, locations=[(sentence.where, 0)])
    return made


def write(catalogue: Catalog, folder: Path) -> Path:
    """Write both files of a catalogue; gives the folder in which gettext finds them."""
    inside = folder / str(catalogue.locale) / "LC_MESSAGES"
    inside.mkdir(parents=True)
    with (inside / "words.po").open("wb") as file:
        write_po(file, catalogue)
    (inside / "words.mo").write_bytes(_compiled(catalogue))
    return folder


def faults(folder: Path) -> list[str]:
    """What is wrong with the catalogues in a folder, a line each."""
    return [
        f"{path.relative_to(folder)}: {fault}" for path in sorted(folder.glob("*/*/words.po")) for fault in _in(path)
    ]


def _in(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    if path.with_suffix(".mo").read_bytes() != _compiled(catalogue):
        yield "words.mo is not made of it"
    for wanted in untranslated(path.parts[-3]):
        if wanted.id:
            yield from _of_message(wanted, catalogue.get(wanted.id), catalogue.num_plurals)


def _of_message(wanted: Message, held: Message | None, forms: int) -> Iterator[str]:
    english = wanted.id if isinstance(wanted.id, tuple) else (wanted.id,)
    texts = () if held is None else held.string if isinstance(held.string, tuple) else (held.string,)
    if len(texts) != (forms if len(english) == 2 else 1) or not all(texts) or (held is not None and held.fuzzy):
        yield f"{english[0]!r} is not translated"
        return
    facts = {name for text in english for name in source.placeholders(text)}
    for text in texts:
        if set(source.placeholders(text)) - {"n"} != facts - {"n"} or ("n" in source.placeholders(text)) > (
            "n" in facts
        ):
            yield f"{text!r} has other facts than {english[0]!r}"


def _compiled(catalogue: Catalog) -> bytes:
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()
