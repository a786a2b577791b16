"""The numbers of a Mastery Process, from scores alone: exact, and each with its n."""
