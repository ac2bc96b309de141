"""The agreed version of a case that was marked twice."""

STATEMENTS = (
    "ALTER TABLE second ADD COLUMN settled INTEGER",
    "ALTER TABLE second ADD COLUMN settled_head TEXT",
    """CREATE TABLE agreed_judgement (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale_head" TEXT, "rationale" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE agreed_prompt (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID""",
    "CREATE INDEX second_contested_settled ON second (id) WHERE instr(\"settled_head\", ' ') > 0",
    "CREATE INDEX agreed_judgement_contested_answer ON agreed_judgement (id) WHERE instr(\"answer_head\", ' ') > 0",
    "CREATE INDEX agreed_judgement_contested_rationale ON agreed_judgement (id) WHERE instr(\"rationale_head\", ' ') > 0",
    "CREATE INDEX agreed_prompt_contested_answer ON agreed_prompt (id) WHERE instr(\"answer_head\", ' ') > 0",
    "CREATE INDEX agreed_prompt_contested_note ON agreed_prompt (id) WHERE instr(\"note_head\", ' ') > 0",
)
