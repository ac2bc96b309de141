"""The five-minute tour: an inspection made of the sample that goes when one leaves, and a bar that says what to do next."""
