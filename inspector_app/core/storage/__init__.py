"""Floor 3: the only SQL."""
