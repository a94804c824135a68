"""Telegram, and nothing else: the only folder that imports its library; see README.md."""
