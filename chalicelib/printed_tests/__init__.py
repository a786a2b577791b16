"""A test on paper: for students, with its key, and with an answer sheet for each of a class."""
