"""Numbered steps that bring an older workspace up to date; they import nothing of ours."""
