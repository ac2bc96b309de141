"""What comes of the cases: ratings, the panel's decisions, findings, reports, the sealed record."""
