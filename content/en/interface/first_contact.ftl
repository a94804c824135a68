# The first screens: who the bot is, which language, what is said before anything else, the optional age.
# `welcome` also stands under an answer to a cry for help, so it stays calm.

welcome =
    Hello, I am Phuean (“friend”). I am a bot, a program, not a person.
    I have short lessons, quizzes and answers to questions.
    Which language would you like? Tap it.

language-question = Which language would you like? Tap it.

privacy-in-short =
    I am a bot. But if you ask for a person, or if it sounds like someone is not safe,
    I pass what you wrote to staff of { $organisation }, who are real people.
    If a child is in danger, staff must help, so I can't keep everything secret.
    I never need your real name, your school or pictures.
    Anyone with this phone can read the chat. “☰ Menu”, then “Hide” deletes the last 48 hours.
    Need help, but don't know what to tap? Just write “help”, and I tell a real person.
    Not safe right now? Call 191 first.

age-question =
    How old are you? You don't have to answer.
    (Lessons will fit your age. If you ever talk to a person here, they see your age group too.)

ready = All set!

language-changed = I'll write in English now.
