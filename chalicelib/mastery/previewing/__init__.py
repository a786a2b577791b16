"""What other levels or another calculation would do to a class's mastery."""
