"""The page of an archive: all that an inspection holds, to be read without the program."""
