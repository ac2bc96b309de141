"""The commands: the program's second door. Here is what they share, and those on a whole inspection; folders by subject."""
