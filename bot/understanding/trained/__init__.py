"""The trained judge: what a message means beyond the words that are listed."""
