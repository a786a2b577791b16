"""What teachers aim at with their classes (P8)."""
