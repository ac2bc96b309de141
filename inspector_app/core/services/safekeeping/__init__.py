"""Backups and ways back: made, checked, tried, restored, recovered; and the list of inspections."""
