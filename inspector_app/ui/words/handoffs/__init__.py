"""Sentences of what goes between people: packages and who has what, cards, trust, and a lost laptop."""
