# What Telegram shows around the chat. The name and the descriptions are seen before Start, also by others
# who look at the phone.

bot-name = Phuean

# At most 120 characters
bot-short-description = Short lessons, quizzes and answers for young people. Ask anything. Free.

# At most 512 characters
bot-description =
    Hello, I am Phuean (“friend”). I am a bot, not a person.
    I have short lessons, quizzes and answers. I don't need your real name.

    If you are not safe right now, call 191.
    Tap Start below and let's talk.

command-start = Start
command-help = Help, phone numbers, a person
command-menu = Menu
command-lessons = Lessons, quizzes
command-language = Change language
command-hide = Hide the chat
command-delete = Delete my data
command-privacy = What is kept

staff-command-add = Add a colleague (reply to their message)
staff-command-remove = Remove a colleague (reply to their message)
staff-command-staff = Show the team
staff-command-status = Show the open cases
staff-command-questions = Show what children ask
staff-command-insights = Show what works in the lessons
staff-command-suggest = Propose an improvement (in a case's topic)

# Stands above a message that may already have arrived once.
possible-repeat = ↻ This may be a repeat

# Shown in the terminal when the demo is ready.
demo-ready =
    The demo is ready. Open { $address }
    The content has not been reviewed by the organisation, and no number has been dialled yet.
