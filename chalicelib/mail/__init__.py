"""Email: its content, its recipients, and that it goes out once."""
