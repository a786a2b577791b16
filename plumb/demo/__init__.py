"""The demonstration district: people, classes, standards and tests of our own invention."""
