"""Panel mode: the ratings panel has all of the screen, one standard after another."""
