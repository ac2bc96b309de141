"""The draft findings: whose copy holds what, what carries a sentence, what the data says otherwise, recommendations."""
