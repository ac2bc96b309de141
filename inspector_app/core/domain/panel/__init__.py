"""The ratings panel: its members' own ratings, what it decides, what the service is told of it and says of the draft."""
