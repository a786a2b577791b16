"""Standards: CASE packages read and checked; frameworks, standards sets, the matching algebra."""
