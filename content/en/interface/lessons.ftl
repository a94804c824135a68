# Lessons and quizzes.

lessons-intro =
    Pick any lesson you like.
    Start anywhere, take a break any time.

lesson-heading = 📘 { $title } · { $step }/{ $steps }

lesson-hint = 💡 Hint: { $hint }

lesson-cover = 📘 { $title }

lesson-probes-why =
    You can try 3 short questions first. No score.
    There are 3 more after the lesson. They show us if the lesson works, not who answered.

lesson-probe-before = 📝 Before { $at }/{ $of } · just guess, no answers shown

lesson-probe-after = 📝 After { $at }/{ $of } · say what you think

lesson-several = Pick all that fit, then tap “That's my answer”.

lesson-order = Tap them one by one, the first one first.

lesson-situation = What would you do?

lesson-right = ✅ Yes!

lesson-chosen = You chose “{ $option }”

lesson-chose-true = You said “true”

lesson-chose-not = You said “not true”

lesson-your-order = Your order

lesson-incomplete = All you picked is right, but there is more. Have another look.

lesson-better = 💚 This is better

lesson-also-good = 💚 Another good way

lesson-it-is-true = 💚 This one is true

lesson-it-is-not = 💚 This one is not true

lesson-refresher = 📘 A quick look back

lesson-shorter =
    You skipped a few. That's fine.
    Want the short way? Just the cards and the easy ones.

lesson-done = 🎉 You finished “{ $title }”!

lesson-score =
    You got { $right } of { $questions } right.
    Any score is good: you thought it through yourself.

# Stories

stories-intro =
    Short stories in a chat. You decide what happens next.
    Pick whatever you like and see where it leads.

story-heading = 🎬 { $title }

story-changed = This story was just changed. Please start it again.

story-end-safe = 🌿 A safe ending

story-end-helped = 🤝 An ending with help

story-end-think = 💭 The end. Something to think about

story-signs = 🔎 Warning signs in this story

story-sign = • { $sign }

# Practice

practice-heading-review = 🔁 Review { $at }/{ $of } · { $title }

practice-heading-check = 🧩 All lessons { $at }/{ $of } · { $title }

practice-done = 🔁 This round is done. Well done!

practice-score = Right at the first try: { $right } of { $questions }

practice-again = The next one comes back on { $day }.

practice-nothing = Nothing to review today. The next one comes on { $day }.

practice-nothing-yet =
    Nothing to review yet.
    Take a lesson first; its questions will come back by themselves.

check-done = 🧩 You went through all lessons!

check-went-most = You remember almost everything. You could tell a friend about it.

check-went-some = You remember a lot. If a lesson still feels unclear, play it again.

check-went-few = This isn't easy stuff. Pick a lesson you like and read it again.

# Reminders

reminders-on = 🔔 OK. On days with something to review I write in the late afternoon, once a day at most.

reminders-off = 🔕 No more reminders. Come back any time.
