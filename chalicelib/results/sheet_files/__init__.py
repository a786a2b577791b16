"""A result sheet, and a distribution, as CSV files of students by items."""
