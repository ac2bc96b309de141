"""Floor 5: the window. Shows rows, reports what the person did."""
