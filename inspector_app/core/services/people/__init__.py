"""The team: who is in it with which keys, whom one trusts, and who may do what."""
