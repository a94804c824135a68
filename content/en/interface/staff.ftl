# What staff read in the staff group. "🧒" marks a child's own words: only replies to such a message go to
# the child.

# The card of a case. A title is also the name of its topic (at most 128 characters).
case-title-emergency = 🔴 Emergency · { $name }
case-title-urgent = 🟠 Urgent · { $name }
case-title-concern = 🟡 Concern · { $name }

card-state =
    State: { $state }
    Taken by: { $staff }
card-about =
    About: { $categories }
    Happens to: { $about }
card-child = Language: { $language } · Age: { $age }
card-arrived = Arrived: { $at }
card-not-read = ⚠️ The system could not read the message. A person must read it
card-not-safe = 🙈 The child has hidden the chat. Nothing is sent until the child writes
card-blocked = 🚫 The child can't be reached (blocked or deleted the chat)
card-second-person = 👥 Someone asked to close this. A second person must confirm
card-why = Words that raised the alert:
card-found = • { $words } — { $what }
card-found-by-judge = the trained reading
card-found-call = a call for help
card-looks-like = ≈ Looks like our example: “{ $example }”
card-read-simply = ⚠️ Read in simple mode ({ $how }): something may have been missed
card-reading-letters = patterns and letters
card-reading-lexical = patterns only
card-asked-for-person = 💬 The child asked for a person
card-how-to-answer =
    To answer the child: reply to a message that begins with 🧒
    Everything else in this topic stays in the team.
    Don't press for details, ask for pictures, arrange to meet or move to another app.

from-child = 🧒 The child wrote:
from-child-question = 🧒 The child tapped this question, and the bot's answer did not help:

# Calls for attention, in the topic and in General
case-waits = ⏰ { $name } has waited { $minutes } min. Nobody has taken the case
case-waits-claimed = ⏰ { $name } has waited { $minutes } min. The case is taken, the child has no answer yet
case-reopened = 🔁 { $name } wrote again. The case is open again, nobody has taken it
case-emergency-again = 🔴 { $name } sent a new emergency message. Please read it now
case-more-urgent = 🟠 { $name } has become more urgent. Please read it again

# Notes in the topic
note-claimed = { $staff } has taken this case
note-released = { $staff } gave this case back to the team. Nobody has it now
note-resolved = { $staff } closed the case: resolved
note-false-alarm = { $staff } closed the case: false alert
note-handed-on = { $staff } closed the case: handed on
note-reopened = { $staff } opened this case again
note-second-person =
    { $staff } asks to close this case.
    An emergency needs a second person who agrees: read the child's words again, then tap close.
note-hidden =
    🙈 The child has hidden the chat. Someone else may hold the phone.
    Nothing is sent first until the child writes.
note-deleted-kept =
    🗑 The child deleted their data. The learning data is gone. This case stays until it is closed.
    Take care before you answer: someone else may hold the phone.
note-deleted =
    🗑 The child deleted their data. The case is closed. The words kept by the system can't be read any more.
    The words in this topic are still in Telegram. Please delete them by your organisation's rules.
note-only-asking = ℹ️ The child tapped “I was only asking”. The urgency stays as it was. Please read for yourself
note-asks-person = ❓ The child asks a real person, because the bot has no answer that fits. Answer at a message that begins with 🧒
note-media = 📎 The child sent { $kind }. It was not opened and not kept. Don't ask to send it again
note-blocked = 🚫 The child blocked the bot or deleted the chat. Nothing can be sent now
note-unblocked = The child is back. Messages can be sent
note-topic-again = The old topic was deleted, so here is a new one. The child's words are below

# What became of a reply
delivery-sent = ✓ The child has got it
delivery-waiting = ✓ Sent. The child only sees “There is something new for you” and has not opened it yet
delivery-opened = 👁 The child has opened the answer
delivery-held =
    ⏸ Not sent: the child has hidden the chat.
    It waits in the child's inbox. When the child writes again, you can answer again.
delivery-blocked = 🚫 Not sent: the child blocked the bot or deleted the chat
delivery-failed = ⚠️ Not sent: the child has not seen this. Please answer once more

# Refusals
stays-inside = This did not go to the child. To answer the child, reply to a message that begins with 🧒
refused-not-on-roster = Not done, and nothing was sent to a child: you are not on the team's roster. A lead can add you with /add
refused-not-lead = Only a lead can use this command
refused-closed = Not sent: the case is closed. Tap “Open again” on its card first
refused-only-text = Not sent: only text can go to a child
refused-forwarded = Not sent: a forwarded message can't go to a child. Please write it yourself
refused-no-case =
    Not sent to a child: you replied to nothing a child wrote in a case that still exists (it may be deleted).
    To answer a child, reply to a message that begins with 🧒 of an open case
refused-blocked = Not sent: the child blocked the bot or deleted the chat
toast-already-claimed = Someone has taken this case already, or it is closed
toast-not-on-roster = You are not on the team's roster, so this button does nothing. A lead can add you with /add

# The roster and the open cases
staff-help =
    /add adds a colleague · /remove takes one off (leads only)
    /staff shows the team · /status shows the open cases
    /questions shows what children ask · /insights shows what works in the lessons
    /suggest improves the system (in a case's topic)
staff-add-how = To add: reply to that person's message with /add and the name the team uses
staff-remove-how = To remove: reply with /remove to a message of someone on the roster
staff-added = { $staff } is on the team now
staff-removed = { $staff } is no longer on the team
staff-last-lead = Not removed: this is the last lead, and the team needs at least one
staff-list = The team:
staff-member-staff = • { $staff }
staff-member-lead = • { $staff } (lead)
status-none = No open cases right now
status-open = Open cases: { $cases }
status-reading-best = 🔎 Messages are read in full mode
status-reading-simple = ⚠️ Messages are read in simple mode: more cries for help may be missed

# What children asked: /questions. Numbers under five are shown as "<5".
questions-totals =
    ❓ Questions in the last { $days } days
    Answered { $answered } · asked back { $asked } · no answer { $unanswered }
    👍 Helped { $helped } · 👎 did not help { $not_helped } · passed on to people { $handed }
questions-not-helped = 👎 Answers that did not help:
questions-none-near = 🔎 Nearest to questions without an answer:
questions-topic = • { $question } — { $number }

# What a case taught: /suggest
suggest-how =
    In a case's topic, in your own words:
    /suggest falsealarm – there should have been no alert (you can add why)
    /suggest missed – there should have been an alert (you can add how children say such things)
    /suggest faq question = answer – something the bot should be able to answer
    Please don't copy the child's words. Only what you type yourself is kept.
suggest-only-in-case = Not kept: write /suggest in a case's topic (or as a reply to a 🧒 message of that case)
suggest-own-words =
    Not kept: this has words in common with the child's message.
    What a child tells stays in the case. Please type it anew in your own words.
suggest-too-long = Not kept: too long. A question has at most 200 characters, an answer 400
suggest-kept = ✓ Kept, thank you. The child's words were not kept with it

simple-reading-notice =
    ⚠️ Reading in simple mode: more cries for help may be missed than usual.
    Please tell whoever runs the system, and read every message of a case with more care.

first-lead = Team lead
content-reloaded = 📗 The new content is in use.

content-not-published = ⚠️ Content not changed: parts of the new one were not reviewed. The old one stays in use.

content-refused =
    { $problems ->
        [one] ⚠️ Content not changed: { $problems } place in the new one must be mended.
       *[other] ⚠️ Content not changed: { $problems } places in the new one must be mended.
    }
    The old one stays in use.

content-problem = • { $problem }

pilot-notice =
    🧪 Pilot: some content and phone numbers have not been checked by the organisation yet.
    Please check a number before you recommend it to a child.
