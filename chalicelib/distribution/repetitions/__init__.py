"""A distribution repeated: its settings and its selection, for a new day."""
