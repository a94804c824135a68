"""The names of commands. Their descriptions are content (`command-<name>`, `staff-command-<name>`)."""

CHILD_COMMANDS = ("start", "help", "menu", "lessons", "language", "hide", "delete", "privacy")
GROUP_COMMANDS = ("help",)
STAFF_COMMANDS = ("add", "remove", "staff", "status", "questions", "insights", "suggest")
