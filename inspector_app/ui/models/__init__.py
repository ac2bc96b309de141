"""Item models that hold rows and read nothing lazily."""
