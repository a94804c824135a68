# Lessons and quizzes.

lessons-intro =
    Pick any lesson you like.
    Start anywhere, take a break any time.

lesson-heading = 📘 { $title } · { $step }/{ $steps }

lesson-hint = 💡 Hint: { $hint }

lesson-right = ✅ Yes! “{ $option }”

lesson-chosen = You chose “{ $option }”

lesson-better = 💚 This is better: “{ $option }”

lesson-done = 🎉 You finished “{ $title }”!

lesson-score =
    You got { $right } of { $questions } right.
    Any score is good: you thought it through yourself.
