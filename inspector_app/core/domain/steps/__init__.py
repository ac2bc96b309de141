"""Steps of changes, a laptop's line of them, and undo."""
