"""The commands on a collection of inspections that are over."""
