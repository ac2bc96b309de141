"""Buttons, and the keys that press them."""
