"""Documents attached to assessments, so that teachers can print the test."""
