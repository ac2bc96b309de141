"""Refusals about packages between laptops."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.OTHER_INSPECTION: later(
        "The package {where} is of another inspection ({service}). Nothing was changed; "
        "open that inspection to import it."
    ),
    Code.NOT_FROM_TEAM: later(
        "The package {where} is from {sender} (key {key}), who is not in the team with that key. "
        "Nothing was changed; add their identity card first."
    ),
    Code.NOT_A_START: later(
        "The package {where} does not hold the whole inspection, which this laptop does not have yet. "
        "Nothing was changed; ask {sender} for a starting package (everything)."
    ),
    Code.TOO_MANY_CASES: later(
        "With {where} this inspection would have {number} cases, and this program takes {most} at most. "
        "Nothing was changed; ask whoever made that file what these cases are."
    ),
    Code.ALREADY_HERE: later(
        "{service}: this laptop has that inspection already ({there}). Nothing was changed; "
        "import the package {where} there."
    ),
    Code.FRAMEWORK_DIFFERS: later(
        "The package {where} brings a text of the framework {framework} that this laptop does not have "
        "({differs}). Nothing was changed; ask its sender why, and join with --accept-framework if that is right."
    ),
    Code.NOT_A_PACKAGE: later(
        "{where} is not a hand-off package. Nothing was changed; choose the file a colleague gave you."
    ),
    Code.PACKAGE_TO_TAKE: later(
        "{where} is a hand-off package: it brings work into its own inspection alone. Nothing was changed; ask its sender "
        "for the sealed ratings of that inspection, or take the package on Hand-off."
    ),
    Code.PACKAGE_DAMAGED: later("The package {where} cannot be used: {why}. Nothing was changed; ask for it again."),
    Code.PARTS_MISSING: later(
        "{where} is one of {of} parts of a package, and these are not among the files chosen: {parts}. "
        "Nothing was changed; choose every part, in any order."
    ),
    Code.PARTS_MIXED: later(
        "Parts of different packages: {where}, {other}. Nothing was changed; choose the parts of one package at a time."
    ),
    Code.PACKAGE_NOT_FOR_ME: later(
        "The package {where} is sealed to other people. Nothing was changed; "
        "give its sender your identity card and ask for one of your own."
    ),
    Code.SEALED_TOO_HARD: later(
        "This laptop is so fast that it sealed the file harder under its passphrase than anybody could open it. "
        "Nothing was written; make it again, on another laptop, or for people by their cards."
    ),
    Code.PACKAGE_WANTS_PASSPHRASE: later(
        "The package {where} is sealed with a passphrase. Nothing was changed; open it with the passphrase that its "
        "sender told you."
    ),
    Code.SIGNATURE_WRONG: later(
        "The package {where} says it is from {sender}, but the signature is not theirs. "
        "Nothing was changed; do not use it, and ask {sender}."
    ),
}
