"""Item analysis of result sheets: of one, and of all of a distribution."""
