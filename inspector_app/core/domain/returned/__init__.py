"""A draft that comes back from a word processor: its paragraphs known again, what was changed, and what was said. Pure."""
