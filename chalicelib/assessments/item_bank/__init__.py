"""The item bank for people: items searched, and where one is used."""
