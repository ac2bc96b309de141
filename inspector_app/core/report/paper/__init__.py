"""What is printed to be written on by hand: packs of cases, and days."""
