"""Which curated question a message asks."""
