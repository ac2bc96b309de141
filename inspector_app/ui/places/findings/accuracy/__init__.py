"""The factual accuracy desk: the service's points, what is decided on each and why, and the reply."""
