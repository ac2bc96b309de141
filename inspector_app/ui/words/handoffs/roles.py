"""What somebody may be on an inspection. Stored as they stand here, so they are the same in every language."""

ROLES = ("Lead inspector", "Inspector", "Local assessor", "Quality lead")
