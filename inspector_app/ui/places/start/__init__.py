"""Who is here, and which inspection to open."""
