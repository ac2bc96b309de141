"""The texts of a section: each in its box with its margin and what stands beside it, and the lists that they stand in."""
