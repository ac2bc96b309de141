"""What helps who types: spelling, drafts, the place that was left."""
