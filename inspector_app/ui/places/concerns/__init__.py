"""Live concerns about a child."""
