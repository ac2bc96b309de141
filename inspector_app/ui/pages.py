"""The one table of pages: what each page of an open inspection is called, where it is at home and how one comes to it.

The rail, the commands, the palette, the sheet of keys and the desk read it. A page that is not in it is not there. Modules
are named here and not imported: whatever packs the program has to be told to take all of ui/places.
"""

from dataclasses import dataclass

from inspector_app.core.words import Later


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page of an inspection.

    `at` is the module (below ui/places) and the class that makes it, imported when the page is first wanted. A page with an
    `icon` has a button on the rail; one without belongs `under` another, whose button is marked while it is in view, or to
    none, and then none is. `does` are commands of the page that the palette offers everywhere: it goes to the page first.
    `told` is the heading of the guide under which it is explained: help opens there.
    `called` and `shows` are put into words when they are shown.
    """

    code: str
    called: str
    at: str
    keys: str
    shows: str
    icon: str = ""
    under: str = ""
    does: tuple[str, ...] = ()
    told: str = ""

    @property
    def title(self) -> str:
        """What it is called."""
        return Later(self.called).say()

    @property
    def tip(self) -> str:
        """What it shows, in one line."""
        return Later(self.shows).say()


PAGES: tuple[PageRow, ...] = (
    PageRow(
        "week", "Week", "week.page:WeekPage", "Ctrl+1", "The fieldwork week, and how far everything is",
        icon="week", does=("add-event", "print-week"), told="Monday: the week board",
    ),
    PageRow(
        "cases", "Cases", "cases.page:CasesPage", "Ctrl+2", "The cases of this inspection",
        icon="cases", does=("add-case", "search"), told="Cases",
    ),
    PageRow(
        "case", "This case", "case.page:CasePage", "Ctrl+3", "The case you assessed last", icon="assess",
        told="Judging",
    ),
    PageRow(
        "evidence", "Evidence", "evidence.page:EvidencePage", "Ctrl+4",
        "Sources on organisation and victims’ work, and the grid", icon="evidence", does=("add-source",), told="Evidence",
    ),
    PageRow(
        "find", "Find", "find.page:FindPage", "Ctrl+Shift+F", "Any word that anybody has written, and how things "
                                                              "stand",
        icon="find", told="Finding things again",
    ),
    PageRow(
        "concerns", "Concerns", "concerns.page:ConcernsPage", "Ctrl+Shift+C",
        "A child may be at risk now: who was told, when", icon="concerns", told="Concerns",
    ),
    PageRow(
        "ratings", "Ratings", "ratings.page:RatingsPage", "Ctrl+5", "The ratings so far, and how they come about",
        icon="ratings", does=("seal", "verify-record", "print-ratings"),
        told="Ratings and findings",
    ),
    PageRow(
        "why", "Why this rating", "ratings.why:WhyPage", "Ctrl+Alt+W",
        "Every step to a rating, with the rule behind it, to check by hand", under="ratings", told="Ratings and findings",
    ),
    PageRow(
        "panel", "Panel mode", "ratings.panel.page:PanelPage", "F11",
        "The ratings panel: one standard a page, and what is decided on it", under="ratings", told="Ratings and findings",
    ),
    PageRow(
        "members", "Before the panel", "ratings.members.page:MembersPage", "Ctrl+Alt+M",
        "Who sits at the panel, and what each member would rate, sealed until the chair opens it", under="ratings",
        told="Ratings and findings",
    ),
    PageRow(
        "told", "Told to the service", "ratings.told.page:ToldPage", "Ctrl+Alt+J",
        "What the service was told before the ratings were final, and why it has changed since", under="ratings",
        told="Ratings and findings",
    ),
    PageRow(
        "earlier", "Earlier inspections", "ratings.earlier.page:EarlierPage", "Ctrl+Alt+C",
        "Inspections of other services or years beside this one, and what of them may be compared", under="ratings",
        does=("add-earlier",), told="Ratings and findings",
    ),
    PageRow(
        "findings", "Findings", "findings.page:FindingsPage", "Ctrl+6", "Draft findings and recommendations",
        icon="findings", does=("draft",), told="Ratings and findings",
    ),
    PageRow(
        "returned", "A returned draft", "findings.returned.page:ReturnedPage", "Ctrl+Alt+R",
        "What was changed and said in a draft that came back from a word processor", under="findings",
        told="Ratings and findings",
    ),
    PageRow(
        "accuracy", "Factual accuracy", "findings.accuracy.page:AccuracyPage", "Ctrl+Alt+A",
        "What the service says of its copy, what is decided on it and who signs, and the reply", under="findings",
        told="Ratings and findings",
    ),
    PageRow(
        "handoff", "Hand-off", "handoff.page:HandoffPage", "Ctrl+7", "Give and take packages, and who has what",
        icon="handoff", does=("everything",), told="In the evening: hand-off",
    ),
    PageRow(
        "conflicts", "Conflict desk", "handoff.conflicts:ConflictsPage", "Ctrl+8",
        "Settle what two people answered differently", under="handoff", told="In the evening: hand-off",
    ),
    PageRow(
        "trust", "Whose cards to trust", "handoff.trust:TrustPage", "Ctrl+Shift+W",
        "Who waits to be accepted, whose card changed, and a lost laptop", under="handoff", told="In the evening: hand-off",
    ),
    PageRow(
        "second", "Second marking", "cases.second_marking:SecondPage", "Ctrl+9",
        "Compare what was marked twice, blind", under="cases", told="In the evening: hand-off",
    ),
    PageRow(
        "settle", "Settle a second marking", "cases.settling.page:SettlePage", "Ctrl+Alt+G",
        "Both markings of a case side by side, and the version that counts", under="cases",
        told="In the evening: hand-off",
    ),
    PageRow(
        "dip", "Dip sample", "cases.dip.page:DipPage", "Ctrl+Alt+K",
        "Cases drawn by a seed to be looked at again, and their items verified", under="cases",
        told="In the evening: hand-off",
    ),
    PageRow(
        "calibration", "Calibration", "cases.calibration.page:CalibrationPage", "Ctrl+Alt+B",
        "Constructed cases, marked blind by each of the team, and where the marks differ", under="cases",
        told="Calibration",
    ),
    PageRow(
        "paper", "Paper", "paper.page:PaperPage", "Ctrl+Shift+K",
        "Print case packs to fill in by hand, and key them in", under="cases", does=("make-pack",), told="Paper",
    ),
    PageRow(
        "setup", "Setting up", "setup.page:SetupPage", "Ctrl+Shift+N",
        "Dates, team, cases, allocation, return visit", told="Before the week",
    ),
    PageRow(
        "restore", "Restore", "restore.page:RestorePage", "Ctrl+Shift+X",
        "Backups, the second copy, and going back to one", told="Going back to a backup",
    ),
    PageRow(
        "compare", "Case by case", "cases.compare:ComparePage", "Ctrl+Shift+P",
        "What you are on, on every case", under="cases", told="Case by case",
    ),
    PageRow(
        "questions", "By key question", "cases.questions.page:QuestionsPage", "Ctrl+Alt+Q",
        "Every case by its key questions or themes, and their prompts by answer", under="cases", told="Case by case",
    ),
    PageRow(
        "profile", "Profile of the sample", "cases.profile.page:ProfilePage", "Ctrl+Shift+Y",
        "The cases by type, age and background beside the caseload, and how each part was judged",
        under="cases", told="Case by case",
    ),
)  # fmt: skip

_BY_CODE = {row.code: row for row in PAGES}
CODES = tuple(_BY_CODE)


def page(code: str) -> PageRow:
    """The page of that code; KeyError when there is none."""
    return _BY_CODE[code]
