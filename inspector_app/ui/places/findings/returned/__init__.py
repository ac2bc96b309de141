"""A draft that came back from a word processor: what it says otherwise, each taken or left."""
