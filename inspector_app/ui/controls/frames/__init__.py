"""What a page, or a part of one, stands in: its edge, its column, what scrolls, and a list beside what one is on."""
