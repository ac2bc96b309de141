"""Setting an inspection up."""
