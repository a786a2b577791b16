"""Which release this is: the one place where a person writes the version."""

VERSION = "0.3.0"
