"""Texts and names: when two are the same, what may be stored, how they merge."""
