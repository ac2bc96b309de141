"""Floor 1: what an inspection is. Standard library only."""
