"""Lists and tables: how their lines are set, and what letters typed in them do."""
