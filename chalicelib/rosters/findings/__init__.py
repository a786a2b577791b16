"""The findings of a package's check: problems one by one, and differences school by school."""
