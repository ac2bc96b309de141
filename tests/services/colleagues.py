"""Laptops of one team that hand their work to one another by real packages."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from inspector_app.core.services import handoffs
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.copies import copied

_PASSPHRASE = "copper lantern drifts over quiet water"


class Team:
    """The laptops of an inspection, the lead's first. `profile` must be in use, so that keyrings open cheaply."""

    def __init__(self, lead: Workspace, folder: Path) -> None:
        self.lead, self._folder, self._numbers = lead, folder, count(1)
        self.workspaces = [lead]

    def colleague(self, name: str, role: str = "Inspector") -> Workspace:
        """Another person on another laptop, who joins with what the lead has."""
        number = next(self._numbers)
        laptop = Laptop(self._folder / f"laptop-{number}")
        laptop.create_identity(name, role, _PASSPHRASE)
        team.add(self.lead, laptop.card(), role=role)
        package = self._folder / f"start-{number}.handoff"
        handoffs.export(self.lead, package, to=[laptop.person.id], everything=True)
        workspace, _ = handoffs.join(laptop, package, laptop.new_path("joined"))
        self.workspaces.append(workspace)
        return workspace

    def give(self, giver: Workspace, *takers: Workspace) -> None:
        """One package, sent and taken. All say yes to whom the lead introduced to them."""
        for workspace in (giver, *takers):
            for introduced in membership.introductions(workspace):
                membership.accept(workspace, introduced)
        package = self._folder / f"{next(self._numbers)}.handoff"
        handoffs.export(giver, package, to=[taker.me for taker in takers])
        for taker in takers:
            handoffs.import_(taker, [package])

    def exchange(self) -> None:
        """Everybody gives everybody what they lack."""
        for giver in self.workspaces:
            self.give(giver, *(taker for taker in self.workspaces if taker is not giver))

    def become(self, kept: Path) -> None:
        """This team as another was left, whose laptops lie closed in that folder: the lead's in `profile`."""
        self.close()
        self.lead.close()
        others = sorted(kept.glob("laptop-*"), key=lambda laptop: int(laptop.name.partition("-")[2]))
        self.lead = copied(kept / "profile", self.lead.laptop)
        self.workspaces = [self.lead, *(copied(other, Laptop(self._folder / other.name)) for other in others)]
        self._numbers = count(len(list(kept.iterdir())))

    def close(self) -> None:
        """Close the colleagues' files."""
        for workspace in self.workspaces[1:]:
            workspace.close()


Did = Callable[[Team], object]
