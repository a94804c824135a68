"""Reading distress: what a message tells, how severe it is, and about whom."""
