"""Floor 4: use cases, called by the window and by the commands alike."""
