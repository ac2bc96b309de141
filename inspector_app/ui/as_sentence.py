"""Letters that turned out to be a sentence: the answers that they gave are taken back, and given again at a press."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, TypeVar

from inspector_app.core.errors import Expected
from inspector_app.ui import actions, letters
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.errors import sentence
from inspector_app.ui.page import Page
from inspector_app.ui.words import answers

_One = TypeVar("_One")
Turn = Callable[[], object]  # takes the answers back, or gives them again


class Keyed(Protocol):
    """An answer that a letter gave: to which item, and whether it said anything new."""

    @property
    def entity(self) -> str:
        """The kind of the item."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def new(self) -> bool:
        """Whether there is anything to take back."""


_Keyed = TypeVar("_Keyed", bound=Keyed)


def take_back(
    page: Page, keyed: Sequence[_Keyed], go_to: Callable[[_Keyed], object], turned: Callable[[Turn], object]
) -> None:
    """Take back what the letters gave (the last first), go where they began, say so, and offer to give it again.

    `turned` is told each time, by whichever way it came, what a key of undo is to do from then on.
    """
    done, refusals = each([one for one in keyed if one.new], lambda one: page.take_back_step(one.entity, one.id))
    if keyed:
        go_to(keyed[-1])
    again = partial(_give_again, page, done[::-1], go_to, turned)
    if done:
        turned(again)
    tell_taken_back(page, len(done), refusals, *([Offer(answers.ANSWER_THEM.say(), again)] if done else []))


def _give_again(
    page: Page, keyed: Sequence[_Keyed], go_to: Callable[[_Keyed], object], turned: Callable[[Turn], object]
) -> None:
    """They were answers after all, and one key among them was not meant."""
    if not page.flush():
        return
    done, refusals = each(keyed, lambda one: page.do_step_again(one.entity, one.id))
    if done:
        go_to(done[-1])
    back = partial(take_back, page, done[::-1], go_to, turned)
    if done:
        turned(back)
    undo = [Offer(actions.command("undo").text, back)] if done else []
    _tell(page, answers.given_again(len(done), len(keyed)), refusals, *undo)


def each(items: Sequence[_One], act: Callable[[_One], object]) -> tuple[list[_One], list[str]]:
    """Do it with each, whatever became of the others: with which it was done, and why not with the rest, each reason once."""
    done, refusals = [], []
    for item in items:
        try:
            act(item)
        except Expected as error:
            refusals.append(sentence(error))
        else:
            done.append(item)
    return done, list(dict.fromkeys(refusals))


def tell_taken_back(page: Page, taken_back: int, refusals: Sequence[str], *offers: Offer) -> None:
    """Say that it was a sentence, and of how many answers it took back; why the rest was not stays until it is closed."""
    _tell(page, _why(taken_back) if taken_back or not refusals else "", refusals, *offers)


def _why(taken_back: int) -> str:
    """Where no letter answers, one alone is no sentence either."""
    return answers.a_sentence(taken_back) if taken_back or letters.all_shown() else answers.KEYS_OFF.say()


def _tell(page: Page, said: str, refusals: Sequence[str], *offers: Offer) -> None:
    tell(page, " ".join(filter(None, (said, *refusals))), *offers, stays=bool(refusals))
