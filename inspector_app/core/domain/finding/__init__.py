"""Searches and what they find. Pure."""
