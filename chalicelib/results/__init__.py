"""Result sheets: what a class did on an assessment, and what a district learns from it."""
