"""The places of the window, one folder each. No place knows another."""
