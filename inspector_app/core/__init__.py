"""Everything that is not the window: no Qt, no sentences for the screen."""
