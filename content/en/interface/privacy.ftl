# Hide, delete, and what is kept: the same words for everybody, so that they do not tell whether anybody
# has asked for help.

hide-question =
    Hide deletes the last 48 hours of this chat, yours and mine. Only a quiz card stays.
    It can't delete: older messages, screenshots, and what Telegram itself keeps.
    If you ever passed something on to staff, they still have it.
    I won't write first until you come back.

delete-question =
    This deletes what I keep about you, and the last 48 hours of this chat.
    If you ever passed something on to staff, they may still have what they read.
    Urgent things that are not finished stay locked until they are, and for some time after.
    It can't be undone, but you can always start again.

# Neutral: it stays on the screen.
deleted = Done. To start again any time, tap /start

kept =
    Kept until you delete it: your lessons, language, age group (if you told) and a code for you. No name, no number.
    Your latest words are locked away for 30 minutes.
    If you asked people for help or something was urgent, { $organisation } keeps those messages locked until it is finished, and { $days } days after.
    Telegram does not lock chats with bots so that only you and I can read them.
    If a child is in danger, staff must help, so I can't promise secrecy.
