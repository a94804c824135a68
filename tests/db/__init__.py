"""Tests of db/, file by file."""
