"""Settings: one sheet for all that a person chooses on this laptop, each part a card; a choice is kept at once."""
