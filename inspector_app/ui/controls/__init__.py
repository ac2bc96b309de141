"""What several places use."""
