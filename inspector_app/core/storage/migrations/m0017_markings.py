"""A second marking for each marker of a case."""

STATEMENTS = (
    """CREATE TABLE marking (
        id TEXT PRIMARY KEY, "asked" INTEGER, "asked_head" TEXT, "done" INTEGER, "done_head" TEXT,
        "marks" TEXT, "marks_head" TEXT
    ) WITHOUT ROWID""",
    "CREATE INDEX marking_contested_asked ON marking (id) WHERE instr(\"asked_head\", ' ') > 0",
    "CREATE INDEX marking_contested_done ON marking (id) WHERE instr(\"done_head\", ' ') > 0",
    "CREATE INDEX marking_contested_marks ON marking (id) WHERE instr(\"marks_head\", ' ') > 0",
)
