"""The commands on what is found: own ratings of the panel, sealed records, drafts that come back, the service's points."""
