"""What is round the pages: shell, desk, rail, strip, messages, palette, sheet of keys."""
