"""Sheets that lie over the page: commands, keys, settings, texts."""
