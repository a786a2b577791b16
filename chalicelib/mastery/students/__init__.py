"""One student over the API: the mastery in one tracker, or in all of a teacher's."""
