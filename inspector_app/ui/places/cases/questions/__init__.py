"""The page of the cases by their key questions."""
