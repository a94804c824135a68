"""Everything that must survive a crash; see README.md."""
