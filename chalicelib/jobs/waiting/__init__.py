"""Work that waits: what is due, what is late, and having it tried at once."""
