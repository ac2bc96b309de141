"""Calibration: constructed cases, marked blind by each of the team, and what comes of it by prompt, without a name."""
