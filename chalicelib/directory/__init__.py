"""The names of ids: schools, people, standards sets, courses, teams, standards."""
