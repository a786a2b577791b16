"""The findings of a package's check: equal problems as one, narrowed, as a file."""
