"""The figures beside the texts, and in them."""
