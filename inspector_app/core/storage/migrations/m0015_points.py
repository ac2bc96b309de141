"""What the service says of its copy of the draft findings, and what is answered."""

STATEMENTS = (
    """CREATE TABLE point (
        id TEXT PRIMARY KEY,
        "kind" TEXT, "kind_head" TEXT, "about" TEXT, "about_head" TEXT, "quoted" TEXT, "quoted_head" TEXT,
        "before" TEXT, "before_head" TEXT,
        "said" TEXT, "said_head" TEXT, "source" TEXT, "source_head" TEXT, "day" TEXT, "day_head" TEXT,
        "decision" TEXT, "decision_head" TEXT, "reason" TEXT, "reason_head" TEXT, "signed" TEXT, "signed_head" TEXT,
        "rated" TEXT, "rated_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
)
