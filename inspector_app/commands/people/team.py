"""The commands for the team: identity cards, who is in it, who is accepted on this laptop, and withdrawn cards."""

import argparse
from dataclasses import asdict

from inspector_app.commands import opened, session, terminal, trust_words, words
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.trust import How
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import lost as laptops
from inspector_app.core.services.people import membership, roles_given
from inspector_app.core.services.people import team as cards
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.words.handoffs import lost as lost_words

Options = argparse.Namespace


def card(options: Options) -> None:
    """Write this person's identity card."""
    laptop = session.unlocked(options)
    cards.write_card(laptop, options.output)
    terminal.tell(f"Identity card of {laptop.person.name}: {options.output}", f"Key: {laptop.fingerprint()}")


def add(options: Options) -> None:
    """Accept people by their cards, and put them into the team: all of them, or none when one card cannot be used."""
    chosen = [cards.read_card(path) for path in options.cards]
    with opened.workspace(options, options.workspace) as workspace:
        for found in chosen:
            cards.check(workspace, found, replacing=options.changed)
        for found in chosen:
            cards.add(workspace, found, said=options.said, replacing=options.changed, role=options.role)
            terminal.tell(f"{found.name} is in the team. Key: {cards.fingerprint(found)}", *_role(workspace, found))


def role(options: Options) -> None:
    """The lead's word on what somebody is in the inspection."""
    with opened.workspace(options, options.workspace) as workspace:
        found = cards.find(workspace, options.who)
        roles_given.give(workspace, found.id, options.role)
        terminal.tell(*_role(workspace, found))


def accept(options: Options) -> None:
    """A person's yes to somebody who was introduced; or the lead's to somebody whose card was withdrawn."""
    wanted = " ".join(options.who)
    with opened.workspace(options, options.workspace) as workspace:
        withdrawn = membership.withdrawn(workspace, wanted)
        if withdrawn:
            membership.admit(workspace, withdrawn.id)
            terminal.tell(f"The card of {withdrawn.name} counts again.")
            return
        found = membership.find(workspace, wanted)
        how = How(options.compared) if options.compared else How.THROUGH
        membership.accept(workspace, found, how)
    terminal.tell(*trust_words.accepted(found, how))


def lost(options: Options) -> None:
    """Withdraw the card of a lost laptop; say what it held, and write the text for the incident report."""
    with opened.workspace(options, options.workspace) as workspace:
        found = laptops.laptop_of(workspace, cards.find(workspace, options.who).id)
        membership.withdraw(workspace, found.person, leaves=False)
    terminal.tell(*lost_words.withdrawn(found))
    terminal.tell("")
    terminal.tell(*lost_words.incident(found))


def remove(options: Options) -> None:
    """Withdraw the card of somebody who leaves the team."""
    with opened.workspace(options, options.workspace) as workspace:
        found = cards.find(workspace, options.who)
        membership.withdraw(workspace, found.id, leaves=True)
    terminal.tell(
        f"{found.name} left the team. What they made and is here stays; nothing new of theirs is taken by anybody."
    )


def list_(options: Options) -> None:
    """The team, whose work is here up to when, and who waits to be accepted."""
    with opened.workspace(options, options.workspace) as workspace:
        rows = handoffs.rows(workspace)
        waiting = membership.introductions(workspace)
    if options.json:
        terminal.tell_json([asdict(row) for row in rows])
    else:
        terminal.tell(*words.team(rows, waiting))


def _role(workspace: Workspace, card: Card) -> list[str]:
    """What somebody is in the inspection; on the laptop of who leads it, where the card says something else, that too."""
    if not roles_given.leads(workspace):
        return []
    role = roles_given.offered(workspace, card)
    claim = f" Their card says: {card.role}" if card.role not in ("", role) else ""
    return [f"    In this inspection: {role}.{claim}"]
