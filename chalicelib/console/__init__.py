"""The console: the screens that administrators, teachers and team leaders work on."""
