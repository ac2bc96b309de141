"""Floor 2: keys, and sealing under a passphrase."""
