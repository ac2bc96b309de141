"""The members of the ratings panel: their seats, and their own ratings, sealed until the chair opens them."""
