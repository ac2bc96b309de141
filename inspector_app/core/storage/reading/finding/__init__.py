"""What a search finds: the index of all texts, its words, and what each found item belongs to."""
