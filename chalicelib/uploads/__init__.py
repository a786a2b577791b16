"""Files that people send: where each kind goes, and who looks at it when it has arrived."""
