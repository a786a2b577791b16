"""The outcome for every tracker of a distribution, as people see it."""
