"""Framework files: what one says, and whether it can be rated by."""
