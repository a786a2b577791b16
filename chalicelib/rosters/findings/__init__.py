"""What the check of a package found: problems one by one, and the difference school by school."""
