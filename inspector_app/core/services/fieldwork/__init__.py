"""The week around the cases: setting up, the week board, evidence on organisation, concerns."""
