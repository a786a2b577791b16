"""Files that people send: the place of each kind, and the receiver of an arrived file."""
