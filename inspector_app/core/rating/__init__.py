"""Floor 2: how ratings are made. Pure arithmetic on integers."""
