"""What a district learns from one distribution: totals, lists, files."""
