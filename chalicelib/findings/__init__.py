"""What the check of a package found: equal problems as one, narrowed, as a file."""
