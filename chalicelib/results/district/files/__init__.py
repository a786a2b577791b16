"""District results as files."""
