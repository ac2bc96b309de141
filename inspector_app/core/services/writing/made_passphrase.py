"""A passphrase for whoever has none in mind."""

from inspector_app.core.services.profile.passphrase import strength
from inspector_app.core.services.writing.spelling import ENGLISH, Speller

_HOW_MANY = 5  # words: 10^19 guesses, 64 bits, before Argon2id


def made() -> str:
    """Five words drawn from the EFF's list of 7,776, by the system's generator.

    Of them it takes those alone that are spelt right in British English: who learnt it types grey for gray. One that
    would be refused, as too many of its words are of the field, is drawn anew.
    """
    from xkcdpass import xkcd_password  # reads its list: only when somebody asks for one

    listed, speller = xkcd_password.locate_wordfile("eff-long"), Speller([ENGLISH])
    every = xkcd_password.generate_wordlist(wordfile=listed, min_length=3, max_length=9)
    words = [word for word in every if speller.right(word)]
    while not strength(drawn := str(xkcd_password.generate_xkcdpassword(words, numwords=_HOW_MANY))).accepted:
        pass
    return drawn
