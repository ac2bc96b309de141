"""How many cases an inspection can have: the largest has some hundred, and every list shows all of them."""

MOST_CASES = 2_000  # that a laptop puts in
MOST_TAKEN = 5 * MOST_CASES  # that it has with what colleagues send: five of them may have put in as many apart
