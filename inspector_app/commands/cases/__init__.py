"""The commands on cases: the service's list and profile of them, markings compared, verified, drawn and calibrated."""
