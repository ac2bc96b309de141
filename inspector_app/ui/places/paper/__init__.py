"""Cases on paper: printed, and keyed in."""
