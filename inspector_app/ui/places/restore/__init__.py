"""Going back to a backup: the page of an open inspection, and what is offered where a file cannot be opened."""
