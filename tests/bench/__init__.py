"""What the bot costs, beside a bare echo bot; see README.md."""
