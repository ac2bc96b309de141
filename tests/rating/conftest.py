"""Hypothesis settings for the rating tests: enough examples to find a slip, quick enough to run at every save."""

from hypothesis import HealthCheck, settings

settings.register_profile("rating", max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rating")
