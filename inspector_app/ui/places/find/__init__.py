"""Finding again what anybody wrote."""
