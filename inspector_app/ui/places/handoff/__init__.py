"""Giving, taking, joining, the team, and what is contested."""
