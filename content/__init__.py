"""Everything that anyone reads, as data; see README.md."""
