"""What is said where something is refused: what happened, what is safe, what to do. One table together (ui/errors.py)."""
