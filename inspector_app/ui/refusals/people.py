"""Refusals about people: cards, trust, the team."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.NOT_A_CARD: later(
        "{where} is not an identity card. Nothing was changed; ask your colleague to make one "
        "(`inspector-app card -o FILE`)."
    ),
    Code.CARD_DAMAGED: later(
        "The identity card {where} is damaged or was altered. Nothing was changed; ask for it again."
    ),
    Code.KEYS_DIFFER: later(
        "{person} is accepted here with another key ({known}; the card says {found}). Nothing was changed; "
        "compare the keys with {person}, face to face or by telephone; if the new card is theirs, accept it below or "
        "with `team add WORKSPACE CARD --changed`."
    ),
    Code.CARD_WAITS: later(
        "{person} waits to be accepted on this laptop (key {key}), so nothing can be sealed to them. "
        "Nothing was changed; compare the key with {person}, and accept them on the page “Whose cards to trust” or with "
        "`team accept WORKSPACE NAME`."
    ),
    Code.CARD_WITHDRAWN: later(
        "The lead withdrew the card of {person}: nothing is sealed to it, and nothing new from it is taken. Nothing "
        "was changed; ask {person} for a new card, or let the lead count this one again (Whose cards to trust) "
        "until their last work is taken."
    ),
    Code.NOBODY_WAITS: later(
        "Nobody called {person!r} waits to be accepted on this laptop ({known}). Nothing was changed; "
        "write the name or the key groups as `team list` shows them."
    ),
    Code.SEVERAL_WAIT: later(
        "Several cards wait under the name {person!r} ({known}). Nothing was changed; "
        "compare them with {person}, and give the key groups of the right one in place of the name."
    ),
    Code.NOT_THE_LEAD: later(
        "Only the lead can do that, on a laptop of their own. Nothing was changed; ask your lead."
    ),
    Code.NOT_ACCEPTED: later(
        "The package {where} is from {sender} (key {key}), and that was not accepted. Nothing was changed; "
        "compare the key with {sender}, and join once it is the same."
    ),
    Code.SENDER_CHANGED: later(
        "The package {where} is signed with a different card of {sender} (key {found}) from the one accepted here "
        "({known}). Nothing was changed; compare the keys with {sender}, and accept the new card if it is theirs."
    ),
    Code.SENDER_WAITS: later(
        "The package {where} is from {sender} (key {key}), who waits to be accepted on this laptop. "
        "Nothing was changed; compare the key with {sender}, and accept them on the page “Whose cards to trust” or with "
        "`team accept WORKSPACE NAME`."
    ),
    Code.PERSON_UNKNOWN: later(
        "There is nobody, or more than one person, called {person!r} in the team ({known}). Nothing was changed; "
        "write the name as the team has it."
    ),
    Code.NO_CARD: later(
        "{person} has no identity card in this inspection, so nothing can be sealed to them. Nothing was changed; "
        "add their card to the team, or use a passphrase."
    ),
    Code.NOBODY_TO_SEND_TO: later(
        "Nobody else in the team has an identity card. Nothing was changed; add a colleague’s card first."
    ),
}
