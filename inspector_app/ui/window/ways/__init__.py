"""The ways to an inspection, and what stands round an open one; the shell imports them once a passphrase was right."""
