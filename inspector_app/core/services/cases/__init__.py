"""What is done to cases: judged, allocated, reviewed, marked a second time, compared, settled."""
