"""Every component of the window on one page, with all its states: where they are looked at (`inspector-app --components`)."""
