"""The commands on people: whose laptop it is, who is in the team, and the packages that they give one another."""
