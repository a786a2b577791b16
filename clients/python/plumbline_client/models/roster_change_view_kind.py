from enum import StrEnum


class RosterChangeViewKind(StrEnum):
    CLASSES = "classes"
    COURSES = "courses"
    ENROLLMENTS = "enrollments"
    ROLES = "roles"
    SCHOOLS = "schools"
    SESSIONS = "sessions"
    STUDENTS = "students"
    TEACHERS = "teachers"
    USERS = "users"

    def __str__(self) -> str:
        return str(self.value)
