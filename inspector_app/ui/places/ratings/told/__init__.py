"""The log of what the service was told before the ratings were final."""
