"""What is round the pages: shell, desk, rail, status line, palette, sheet of keys."""
