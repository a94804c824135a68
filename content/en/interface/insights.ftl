# What works: /insights in the staff group, its chart and its table, and the report for donors
# (`python -m bot report`). All numbers are anonymous counts. Those under five are covered as "<5", and so is
# what one of them would follow from: ">25" is more than 25, "≥38" at least 38, "–" not told.

figures-period = { $first } to { $last }
figures-interval = { $low } to { $high }
figures-lessons = Lessons: finished and learned
figures-finished = Finished, of those who began
figures-gain = Learned, of what was still to learn
figures-gain-note = The dot is the gain. The line is its 95 % range: how much chance alone may do.
figures-covered-note = Under five is shown as “<5”. “>”, “≥” and “–” cover what would tell such a number.
figures-stories = Stories: how they ended
figures-story-begun = begun { $begun }
figures-end-safe = safe
figures-end-helped = with help
figures-end-think = to think about
figures-hardest = Questions that the fewest got right at the first try
figures-practice-review = Review of what is due
figures-practice-check = Mixed check over all lessons

insights-totals =
    📊 Learning, { $period }
    Lessons begun { $begun } · finished { $finished }
    Stories begun { $stories } · practice finished { $practice }
insights-gain = 🌱 Learned { $gain } of what was still to learn (95 % range: { $interval })
insights-gain-unknown = 🌱 Too few children have answered before and after a lesson to tell how much was learned
insights-hardest = 🤔 Fewest right at the first try:
insights-question = • { $lesson } — { $question } · { $share }
insights-believed = { "  " }believed most: { $belief }
insights-note = Anonymous counts up to yesterday. Under five is shown as “<5”.
insights-table = 📄 All figures as a table

# Headings of the table.
column-kind = kind
column-title = lesson or story
column-text = question
column-begun = begun or shown
column-finished = finished
column-share = share in %
column-right = right at first try
column-missed = missed
column-skipped = skipped
column-hints = hints taken
column-pairs = answered before and after
column-before = mean before (of 3)
column-after = mean after (of 3)
column-gain = gain in %
column-low = gain from
column-high = gain to
column-safe = ended safe
column-helped = ended with help
column-think = ended to think about
column-believed = believed most by those who missed
kind-lesson = lesson
kind-question = question
kind-story = story
kind-practice = practice

# The report.
report-title = What children learned
report-by = Phuean, the learning friend on Telegram · { $organisation }
report-lead =
    Children take short lessons in a chat, make decisions in stories and come back to practise. This page shows how
    that goes, in anonymous counts.
report-tile-begun = lessons begun
report-tile-finished = lessons finished
report-tile-gain = learned of what was still to learn
report-tile-stories = stories begun
report-tile-practice = practice rounds finished
report-lessons = Lessons
report-lessons-how =
    Three questions before a lesson and three like them after it show what was learned. A gain of 40 % means: of all
    that the children could not answer before, they could answer 40 % after.
report-column-lesson = Lesson
report-column-begun = Begun
report-column-finished = Finished
report-column-share = Share
report-column-pairs = Before and after
report-column-means = Right of 3
report-column-gain = Gain
report-column-range = 95 % range
report-means = { $before } → { $after }
report-stories = Stories
report-stories-how =
    A child decides what to say in a chat. No ending is a punishment: each one leads to help or to something to think
    about.
report-column-story = Story
report-practice = Practice
report-practice-how = Questions come back after some days, so that what was learned is kept.
report-column-round = Round
report-hardest = What is hardest
report-hardest-how = These questions show where the next lessons must be clearer.
report-column-believed = What those who missed believe most
report-nothing-yet = There is not enough to show here yet.
report-questions = All questions
report-column-question = Question
report-column-shown = Shown
report-column-right = Right
report-column-missed = Missed
report-column-skipped = Skipped
report-column-hints = Hints
report-limits = What these figures can say, and what they cannot
report-limit-anonymous = They are counts by day and hold no names, no messages and nothing that leads to a child.
report-limit-covered =
    Numbers under five are shown as “<5”, and numbers from which one of those would follow are shown as a bound (“>25”,
    “≥38”) or as “–”. A small number could point to a child.
report-limit-pairs =
    Gains count only children who answered all the questions before and after a lesson. These may be the keenest ones,
    so the gain of all children may be smaller.
report-limit-twice = A child who takes a lesson twice is counted twice. How many children there are is not known.
report-limit-range =
    The 95 % range says how much chance alone may do. Where few children answered, it is wide. There is no comparison
    with children who took no lesson.
report-limit-knowing = Knowing what is right in a chat is not the same as being safe. These figures do not show that.
