"""The commands: the program's second door."""
