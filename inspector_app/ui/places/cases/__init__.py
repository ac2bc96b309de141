"""The cases of an inspection, compared and marked twice."""
