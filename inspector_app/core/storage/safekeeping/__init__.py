"""The file as a file: backups, checks, and what is still read of a damaged one."""
