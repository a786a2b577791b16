"""What ids are called: schools, people, standards sets, courses, teams, standards."""
