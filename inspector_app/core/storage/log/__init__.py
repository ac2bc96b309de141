"""The write path: the log of changes, its union with other laptops', and whose line is believed."""
