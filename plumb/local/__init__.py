"""A cloud on this machine: the stack that goes to AWS, with no Docker and no account."""
