"""The page on which a second marking is settled: differences, both sides, the agreed version."""
