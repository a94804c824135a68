# Labels of the buttons: at most 38 columns; at most 18 where two stand in a row.

# Under every message
button-menu = ☰ Menu
button-help = ♡ Help

# Menu
button-lessons = 📘 Lessons, quizzes
button-ask = ❓ Ask anything
button-person = 💬 Talk to a person
button-language = 🌐 Language
button-kept = 🔒 What is kept
button-hide = 🙈 Hide
button-delete = 🗑 Delete my data

# Help
button-inbox = 📬 Inbox
button-open = Open
button-numbers = 📞 Phone numbers
button-write-more = ✏️ Write more
button-only-asking = I was only asking
button-happening = This is real

# Under an answer, and where there is none
button-helped = 👍 It helped
button-not-helped = 👎 Not yet
button-ask-person = 🙋 Ask a real person

# Age
button-age-10-12 = 10–12 years
button-age-13-15 = 13–15 years
button-age-16-17 = 16–17 years
button-age-skip = Skip

# Hide and delete
button-hide-yes = Hide now
button-delete-yes = Delete now
button-no = Not now, back to menu

# Lessons
button-lesson-new = 📘 { $number }. { $title }
button-lesson-begun = 📖 { $number }. { $title }
button-lesson-done = ⭐ { $number }. { $title }
button-back = ← Back
button-next = Next →
button-hint = 💡 Hint
button-skip = Skip this one
button-stories = 🎬 Stories
button-story-new = 🎬 { $title }
button-story-done = ⭐ { $title }
button-story-again = 🔁 Try another way
button-lesson = 📘 { $title }
button-way-out = 🚪 In this story: ask for help
button-a-story = 🎬 Try a short story
button-review = 🔁 Review today
button-missed = 🔁 Try the missed ones again
button-remind-on = 🔔 Remind me to review
button-remind-off = 🔕 Stop reminders
button-check = 🧩 All lessons
button-certificate = 🎖 Get the certificate
button-certificate-plain = Without a name
button-start = ▶️ Start
button-before = 📝 3 questions first
button-leave-probes = Leave these out
button-answer-true = True
button-answer-false = Not true
button-ticked = ☑ { $option }
button-unticked = ☐ { $option }
button-done = That's my answer
button-undo = ↩️ One step back
button-retry = 🔁 Try again
button-solution = 👀 Show the answer
button-shorter = The short way
button-stay = Go on as before
button-cards = 📖 Read the cards again
button-again = Play again
button-next-lesson = Next: { $title }

# Staff
button-case-claim = 🙋 Take this case
button-case-release = Give back to the team
button-case-resolve = ✅ Close: resolved
button-case-hand-on = Close: referred
button-case-false-alarm = Close: false alert
button-case-reopen = Open again
