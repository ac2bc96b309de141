"""A case: its facts, what is still missing on it, its review and second marking."""
