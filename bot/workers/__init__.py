"""Loops with one verb each; see README.md."""
