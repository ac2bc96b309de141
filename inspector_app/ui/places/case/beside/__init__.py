"""What stands beside the prompts: note, guidance, history, facts, what to check."""
