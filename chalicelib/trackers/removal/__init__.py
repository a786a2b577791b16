"""Taking an assessment out of a tracker, and bringing it back."""
