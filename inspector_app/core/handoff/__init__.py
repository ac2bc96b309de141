"""Floor 3: hand-off packages, and what two laptops know of each other. No SQL, no files."""
