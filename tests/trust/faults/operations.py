"""Everything that writes, as operations in which a call can be made to go wrong, and what must hold after each."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs  # fmt: skip
from inspector_app.core.services.documents import case_lists, exchange  # fmt: skip
from inspector_app.core.services.people import membership, team  # fmt: skip
from inspector_app.core.services.profile import identity, ways_back  # fmt: skip
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import copies, reports, sealing, told_before
from inspector_app.core.services.safekeeping import (  # fmt: skip
    backups,
    bringing_back,
    checking,
    recovering,
    rehearsing,
    restoring,
    shelf,
)
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside
from inspector_app.core.storage.log import held

PASSPHRASE = "copper lantern drifts over quiet water"
OTHER_PASSPHRASE = "velvet anchor mumbles zebra quotient"
OLD = Path(__file__).parents[2] / "data" / "old" / "1"
START = date(2026, 3, 9)
KEPT = 12  # notes that were there before
BROUGHT = 20  # notes that a package brings
PART = 8192  # bytes of a part of a package
SPOILT = b"no keyring"
FORMER = b"the file that was there before " * 40
EXPORTED = (".csv", ".zip")  # beside the document, and what a draft can be


@dataclass
class World:
    """Laptops and files in one folder, as they are before each operation; `arm` is called when the operation begins."""

    folder: Path
    case: str = ""
    prompts: tuple[str, ...] = ()  # "2.1.1/a": those that its sample is asked
    arm: Callable[[], None] = lambda: None
    ack: Callable[[str], None] = lambda _: None
    opened: list[Workspace] = field(default_factory=list)
    drafts: dict[str, bytes] = field(default_factory=dict)  # the service's copy, by the ending of its file

    def laptop(self, name: str = "Lead") -> Laptop:
        found = Laptop(self.folder / name)
        found.unlock(PASSPHRASE)
        return found

    @property
    def path(self) -> Path:
        return self.folder / "Lead" / "workspaces" / "W.inspection"

    def open(self) -> Workspace:
        return Workspace.open(self.laptop(), self.path)

    def item(self, number: int) -> str:
        """Where the kept notes stand, and from KEPT on those that are brought."""
        return f"{self.case}/{self.prompts[number]}"

    def note(self, workspace: Workspace, number: int) -> Value:
        with workspace.database.read() as connection:
            return held.held_by(connection, ("prompt", self.item(number), "note"))[0]

    def fixed(self, workspace: Workspace) -> Value:
        """The one text that most operations write."""
        with workspace.database.read() as connection:
            return held.held_by(connection, ("prompt", self.item(-1), "note"))[0]

    def write(self, workspace: Workspace, text: str, amend: object = None) -> object:
        done = workspace.editor.set("prompt", self.item(-1), "note", text, amend=amend)  # type: ignore[arg-type]
        return done.change


def prepare(folder: Path) -> World:
    """A lead with an inspection, two backups and a second copy, a colleague with work to bring, and their packages."""
    world = World(folder)
    laptops = {}
    for name in ("Lead", "Bea"):
        laptops[name] = Laptop(folder / name)
        laptops[name].create_identity(name, "Inspector", PASSPHRASE)
    lead = Workspace.create(laptops["Lead"], world.path, "iyjwcv-2025", "Wexborough", START)
    sample = lead.framework.samples[0].code
    world.case = lead.add_case("C01", sample)
    lead.add_case("C02", sample)
    questions = [question for _, question in lead.framework.sample_questions(sample)]
    world.prompts = tuple(f"{question.ref}/{prompt.ref}" for question in questions for prompt in question.prompts)
    team.add(lead, laptops["Bea"].card())
    for number in range(KEPT):
        lead.editor.set("prompt", world.item(number), "note", f"kept {number} " + "y" * 600)
    handoffs.export(lead, folder / "start.handoff", everything=True)
    bea, _ = handoffs.join(laptops["Bea"], folder / "start.handoff", laptops["Bea"].new_path("W"))
    for number in range(BROUGHT):
        bea.editor.set("prompt", world.item(KEPT + number), "note", f"bea {number} " + "z" * 300)
    handoffs.export(bea, folder / "bea.handoff", to=[lead.me])
    exchange.export(bea, folder / "bea.json")
    bea.close()
    (folder / "drive").mkdir()
    backups.name_second_folder(laptops["Lead"], folder / "drive")
    world.write(lead, "in a backup")
    backups.make(lead, Why.ASKED)
    world.write(lead, "before")
    told = copies.of_workspace(lead, Scope.SERVICE)
    for ending in reports.ENDINGS:
        at = datetime(2026, 3, 11, tzinfo=UTC)
        world.drafts[ending] = reports.draft_findings(lead.framework, told[0], at, copy=told[1], ending=ending)
    lead.close()
    return world


# the operations


def edit(world: World) -> None:
    with closing(world.open()) as workspace:
        world.arm()
        for number in range(6):
            world.write(workspace, f"new {number} " + "q" * 3000 * (number % 3))
            world.ack(str(number))


def amend(world: World) -> None:
    with closing(world.open()) as workspace:
        change = world.write(workspace, "new 0 ")
        world.ack("0")
        world.arm()
        for number in range(1, 7):
            change = world.write(workspace, f"new {number} " + "q" * 100 * number, change)
            world.ack(str(number))


def close(world: World) -> None:
    workspace = world.open()
    world.write(workspace, "new 0 ")
    world.ack("0")
    world.arm()
    workspace.close()


def open_(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    with closing(Workspace.open(laptop, world.path)) as workspace:
        world.write(workspace, "new 0 ")
        world.ack("0")


def open_after_a_kill(world: World) -> None:
    """A log with edits in it lies beside the file."""
    workspace = world.open()
    for number in range(4):
        world.write(workspace, f"new {number} ")
    parts = [part.read_bytes() for part in beside.together(world.path)[:2]]
    workspace.close()
    for part, data in zip(beside.together(world.path), parts, strict=False):
        part.write_bytes(data)
    world.ack("3")
    laptop = world.laptop()
    world.arm()
    with closing(Workspace.open(laptop, world.path)) as workspace:
        world.write(workspace, "new 4 ")
        world.ack("4")


def import_package(world: World) -> None:
    with closing(world.open()) as workspace:
        world.arm()
        handoffs.import_(workspace, [world.folder / "bea.handoff"])
        world.ack("brought")


def import_document(world: World) -> None:
    with closing(world.open()) as workspace:
        world.arm()
        exchange.import_file(workspace, world.folder / "bea.json")
        world.ack("brought")


def bring_in_a_list(world: World) -> None:
    """A list of cases, with what a word of it for a type means."""
    path = world.folder / "list.csv"
    path.write_text("ref,sample,type\nL1,children,Wombat\nL2,children,Wombat\n")
    with closing(world.open()) as workspace:
        listing = case_lists.open_list(path)
        places = case_lists.guess(listing)
        means = {"wombat": ""}
        reading = case_lists.read(workspace, listing, places, means=means)
        world.arm()
        case_lists.import_cases(workspace, reading.good, means=means)
        world.ack("imported")


def add_to_team(world: World) -> None:
    jo = Laptop(world.folder / "Jo")
    jo.create_identity("Jo", "Inspector", PASSPHRASE)
    with closing(world.open()) as workspace:
        world.arm()
        team.add(workspace, jo.card())
        world.ack("added")


def delete(world: World) -> None:
    laptop = world.laptop()
    second = Workspace.create(laptop, laptop.new_path("Second"), "iyjwcv-2025", "Second", START)
    second.back_up()
    second.close()
    world.arm()
    try:
        shelf.delete(laptop, WorkspaceId(second.id))
    except Expected as error:
        if error.code is Code.DELETED_IN_PART:
            world.ack("in part")
        raise
    world.ack("deleted")


def export_parts(world: World) -> None:
    with closing(world.open()) as workspace:
        world.arm()
        handoffs.export(workspace, world.folder / "cut.handoff", everything=True, part=PART)
        world.ack("exported")


def back_up(world: World) -> None:
    with closing(world.open()) as workspace:
        world.arm()
        world.ack(str(backups.make(workspace, Why.ASKED)))


def back_up_when_due(world: World) -> None:
    with closing(world.open()) as workspace:
        world.arm()
        backups.make_if_due(workspace, Why.HOURLY)
        world.ack("made")


def new(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    path = world.folder / "Lead" / "workspaces" / "Second.inspection"
    with closing(Workspace.create(laptop, path, "iyjwcv-2025", "Second", START)) as workspace:
        world.ack("made")
        workspace.add_case("X1", workspace.framework.samples[0].code)
        world.ack("case")


def new_from_document(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    path = world.folder / "Lead" / "workspaces" / "Second.inspection"
    made = Workspace.create(laptop, path, "iyjwcv-2025", "Second", START, finished=False)
    with closing(made):
        try:
            exchange.import_file(made, world.folder / "bea.json")
            made.finish()
        except Expected:
            made.discard()
            raise
        world.ack("made")
        world.ack("document")


def join(world: World) -> None:
    jo = Laptop(world.folder / "Jo")
    jo.create_identity("Jo", "Inspector", PASSPHRASE)
    with closing(world.open()) as workspace:
        team.add(workspace, jo.card())
        handoffs.export(workspace, world.folder / "jo.handoff", to=[jo.person.id], everything=True)
    world.arm()
    joined, _ = handoffs.join(jo, world.folder / "jo.handoff", jo.workspaces_folder / "W.inspection")
    joined.close()
    world.ack("joined")


def set_up(world: World) -> None:
    laptop = Laptop(world.folder / "Newbie")
    world.arm()
    laptop.create_identity("New", "", PASSPHRASE)
    world.ack("made")


def change_passphrase(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    identity.change_passphrase(laptop, PASSPHRASE, OTHER_PASSPHRASE)
    world.ack("changed")


def make_a_code(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    identity.new_code(laptop, PASSPHRASE)
    world.ack("made")


def bring_back_the_keyring(world: World) -> None:
    laptop = Laptop(world.folder / "Lead")
    laptop.keyring_path.write_bytes(SPOILT)
    world.arm()
    ways_back.bring_back(laptop, ways_back.Kind.COPY, PASSPHRASE)
    world.ack("back")


def use_the_code(world: World) -> None:
    laptop = world.laptop()
    code = identity.new_code(laptop, PASSPHRASE)
    (world.folder / "code").write_text(code)
    laptop.keyring_path.write_bytes(SPOILT)
    world.arm()
    ways_back.recover(laptop, code, OTHER_PASSPHRASE)
    world.ack("changed")


def migrate(world: World) -> None:
    laptop = world.laptop()
    path = Path(shutil.copy(OLD / "kept.inspection", world.folder / "kept.inspection"))
    key, workspace = (OLD / "key.txt").read_text().split()
    laptop.remember(WorkspaceKey(
        id=WorkspaceId(workspace), key=bytes.fromhex(key), path=str(path), service="Kept", framework="iyjwcv-2025",
        opened="",
    ))  # fmt: skip
    world.arm()
    Workspace.open(laptop, path).close()
    world.ack("opened")


def export_document(world: World) -> None:
    with closing(world.open()) as workspace:
        (world.folder / "out.json").write_bytes(FORMER)
        world.arm()
        exchange.export(workspace, world.folder / "out.json")
        world.ack("exported")


def export_package(world: World) -> None:
    with closing(world.open()) as workspace:
        (world.folder / "out.handoff").write_bytes(FORMER)
        world.arm()
        handoffs.export(workspace, world.folder / "out.handoff")
        world.ack("exported")


def save(world: World, ending: str, *, named: bool = False) -> None:
    """A copy of the draft, or what else leaves as a file, over a former one. `named`: where no file can be made nameless."""
    path = world.folder / f"out{ending}"
    path.write_bytes(FORMER)
    with closing(world.open()) as workspace:
        if named:
            files._nameless = lambda _: None  # this process has but this operation
        world.arm()
        if ending in world.drafts:
            reports.save(
                world.drafts[ending], path, workspace.laptop, reports.ENDINGS,
                then=lambda: told_before.note(workspace, workspace.inspection(), Scope.SERVICE),
            )  # fmt: skip
        else:
            exchange.export(workspace, path)
        world.ack("saved")


def restore(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    restoring.restore(laptop, world.path)
    world.ack("restored")


def restore_into(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    restoring.restore_into(laptop, world.path, world.folder / "restored.inspection")
    world.ack("restored")


def bring_back(world: World) -> None:
    with closing(world.open()) as workspace:
        source = workspace.backups()[0]
        world.arm()
        bringing_back.bring_back_case(workspace, source, world.case)
        world.ack("brought back")


def bring_back_item(world: World) -> None:
    with closing(world.open()) as workspace:
        source = workspace.backups()[0]
        world.arm()
        bringing_back.bring_back_item(workspace, source, "prompt", world.item(-1))
        world.ack("brought back")


def archive(world: World) -> None:
    """What the list alone says of an inspection."""
    laptop = world.laptop()
    world.arm()
    shelf.archive(laptop, laptop.keyring.workspaces[0].id, archived=True)
    world.ack("archived")


def rename_person(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    identity.rename(laptop, "Renamed", "Inspector")
    world.ack("renamed")


def withdraw(world: World) -> None:
    """A colleague's laptop is lost."""
    with closing(world.open()) as workspace:
        bea = team.find(workspace, "Bea").id
        world.arm()
        membership.withdraw(workspace, bea, leaves=True)
        world.ack("withdrawn")


def name_second_folder(world: World) -> None:
    laptop = world.laptop()
    (world.folder / "other drive").mkdir()
    world.arm()
    backups.name_second_folder(laptop, world.folder / "other drive")
    world.ack("named")


def seal_ratings(world: World) -> None:
    """A file and a field that says what was sealed."""
    with closing(world.open()) as workspace:
        world.arm()
        sealing.seal(workspace, world.folder / "sealed.json")
        world.ack("sealed")


def rehearse(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    done = rehearsing.rehearse(laptop, world.path)
    if not any(tried.problems for tried in done):
        world.ack("rehearsed")


def recover(world: World) -> None:
    laptop = world.laptop()
    data = bytearray(world.path.read_bytes())
    data[4096 * 9 + 5] ^= 1
    damaged = world.folder / "damaged.inspection"
    damaged.write_bytes(data)
    world.arm()
    recovering.recover(laptop, damaged, world.folder / "recovered.inspection")
    world.ack("recovered")


def save_a_copy(world: World) -> None:
    """The file goes away while it is open."""
    workspace = world.open()
    world.write(workspace, "new 0 ")
    world.ack("0")
    away = world.path.with_name("away")
    world.path.rename(away)
    try:
        world.arm()
        workspace.go_on_in(world.folder / "copy.inspection")
        world.ack("copied")
        world.write(workspace, "new 1 ")
        world.ack("1")
    finally:
        workspace.close()


def check(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    assert checking.check_file(laptop, world.path).problems == ()
    world.ack("sound")


def remember_settings(world: World) -> None:
    laptop = world.laptop()
    world.arm()
    laptop.settings.set("zoom", 130)
    world.ack("set")


OPERATIONS: dict[str, Callable[[World], None]] = {
    f.__name__.strip("_"): f
    for f in (
        edit, amend, close, open_, open_after_a_kill, import_package, import_document, back_up, back_up_when_due, new,
        new_from_document, join, set_up, migrate, export_document, export_package, restore, restore_into, bring_back,
        rehearse, recover, save_a_copy, check, remember_settings,
        bring_in_a_list, add_to_team, delete, bring_back_item, archive, rename_person, withdraw, name_second_folder,
        seal_ratings, export_parts, change_passphrase, make_a_code,
        bring_back_the_keyring, use_the_code,
    )
}  # fmt: skip
OPERATIONS |= {
    f"save {how}{ending}": partial(save, ending=ending, named=bool(how))
    for ending in (*reports.ENDINGS, *EXPORTED)
    for how in ("", "named")
}
