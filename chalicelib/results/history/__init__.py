"""The history of a result sheet: entries and changes, with people and times."""
