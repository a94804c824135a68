"""Lessons: which screen comes next, and what it shows."""
