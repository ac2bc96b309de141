"""Colours, style sheet, icons and the shapes that are drawn."""
