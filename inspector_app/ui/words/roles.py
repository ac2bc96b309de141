"""What somebody may be on an inspection."""

ROLES = ("Lead inspector", "Inspector", "Local assessor", "Quality lead")
