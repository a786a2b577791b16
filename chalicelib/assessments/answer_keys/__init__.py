"""Answer keys that come from files: read, put onto an assessment, applied."""
