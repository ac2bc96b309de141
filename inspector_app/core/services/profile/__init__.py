"""The laptop: who works on it, its keyring and settings, and what leaves it as files."""
