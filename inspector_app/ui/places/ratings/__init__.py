"""The ratings so far, how they come about, and what the ratings panel decides."""
