"""An offline fieldwork tool for inspections of youth justice services."""

__version__ = "0.1.0"
