# The main menu and what stands around it.

menu =
    What would you like to do? Tap one.
    Or just write something.

neutral-news = There is something new for you.

neutral-reminder = 🎯 A short quiz is waiting. Play it whenever you like.

quiz-card =
    🎯 Time for a quiz!
    Short questions, no timer. Wrong? Just try again.
    How many can you get?

group-line = Want to chat or play a quiz? Write to me in private: @{ $bot }

# Toasts: at most 200 characters.
toast-old-button = This button has done its job. Please use the newest ones below.
toast-done = Done
