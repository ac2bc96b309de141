"""Help in the program: the guide, what is new, a report of a fault and the tour."""
