"""Lists of Mastery Processes: a team's, and an administrator's by state and step."""
