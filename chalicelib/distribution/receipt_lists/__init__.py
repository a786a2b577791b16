"""What became of every tracker of a distribution, for people."""
