"""Floor 3: the draft findings on paper."""
