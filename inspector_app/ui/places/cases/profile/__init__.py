"""The profile of the sample: how its cases divide, beside the service's caseload, and how each part was judged."""
