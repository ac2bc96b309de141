"""Sources on organisation and victims’ work, and what they bear on."""
