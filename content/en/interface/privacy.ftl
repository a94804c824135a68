# Hide, delete, and what is kept: the same words for everybody, so that they do not tell whether anybody
# has asked for help.

hide-question =
    Hide deletes the last 48 hours of this chat, yours and mine. Only a quiz card stays.
    It can't delete: older messages, screenshots, and what Telegram itself keeps.
    If you ever passed something on to staff, they still have it.
    I won't write first until you come back.
    If there is an answer, it waits in “Inbox”, under “♡ Help”.

delete-question =
    This deletes what I keep about you, and the last 48 hours of this chat.
    If you ever passed something on to staff, they may still have what they read. If you are waiting for an answer, it may not come.
    Urgent things that are not finished stay locked until they are, and for some time after. A new message may come here.
    If you want this chat to be silent, use “Hide” instead.
    It can't be undone, but you can always start again.

# Neutral: it stays on the screen.
deleted = Done. To start again any time, tap /start

kept =
    Kept until you delete it: your lessons, language, age group (if you told) and a code to answer you here. No name, no number.
    Your latest words are locked away for 30 minutes.
    If you asked people for help or something was urgent, the team of { $organisation } can read it in their own group. It may stay there for a long time.
    The bot keeps those messages locked until it is finished, and { $days } days after.
    The company Telegram keeps this chat too and could read it.
    If a child is in danger, staff must help, so I can't keep everything secret.
