"""Everything that is read for screens, rating, search and export, as frozen values."""
