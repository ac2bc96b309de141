"""What the help in the program reads: guide, news, versions, the report of a fault."""
