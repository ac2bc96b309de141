"""One module for each place in the window."""
