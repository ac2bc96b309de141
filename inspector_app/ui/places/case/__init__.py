"""One case: its prompts, answers, notes, facts and review."""
