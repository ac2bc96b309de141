"""How the files end that people give to one another, and may double-click."""

PACKAGE, CARD = ".handoff", ".card"
