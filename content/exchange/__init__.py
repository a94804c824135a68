"""Texts as a spreadsheet for translators and reviewers, and back into the YAML files."""
