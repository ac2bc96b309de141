"""Finding what is written, and what is near it where nothing is found."""
