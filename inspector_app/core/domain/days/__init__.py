"""Days, times, spans and windows: how they are typed, said and kept."""
