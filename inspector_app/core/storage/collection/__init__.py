"""Collections of inspections: one schema, in an SQLite file or in the office's PostgreSQL. No workspace knows of them."""
