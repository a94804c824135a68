"""The machine; see README.md."""
