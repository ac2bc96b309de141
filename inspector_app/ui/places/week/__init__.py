"""The fieldwork week, and how far everything is."""
