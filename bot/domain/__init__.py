"""The thinking part: pure, no Telegram, no database, no clock, no randomness."""
