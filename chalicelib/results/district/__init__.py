"""The results of one distribution for the district: totals, lists, files."""
