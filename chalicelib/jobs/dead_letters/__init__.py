"""Dead letters: messages that failed too often, and bringing them back on their way."""
