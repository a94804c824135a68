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
    About (the system's guess): { $categories }
    Happens to (the system's guess, may be wrong): { $about }
card-child = Language: { $language } · Age: { $age }
card-arrived = Arrived: { $at }
card-not-read = ⚠️ The system could not read the message. A person must read it
card-not-safe = 🙈 The chat is hidden. Until the child writes, answers only wait in the inbox, where whoever holds the phone can open them
card-blocked = 🚫 The child can't be reached (blocked or deleted the chat)
card-second-person = 👥 Still open: waiting for a second person on the team to confirm
card-why = Words that raised the alert:
card-found = • { $words } — { $what }
card-found-by-judge = the system's guess, may be wrong
card-found-call = a call for help
card-looks-like = ≈ Like an example of ours (not the child's words): “{ $example }”
card-read-simply = ⚠️ Read in simple mode ({ $how }): something may have been missed
card-reading-letters = patterns and letters
card-reading-lexical = patterns only
card-asked-for-person = 💬 The child asked for a person
card-how-to-answer =
    To answer the child: reply to a message that begins with 🧒
    Every reply to 🧒 goes to the child and can't be called back (edit or delete it here: the child still has the first version).
    To talk in the team: write without replying to 🧒. The child does not see it.
    Don't press for details, ask for pictures, arrange to meet or move to another app.

from-child = 🧒 The child sent:
from-child-changed = 🧒 The child changed a message. Now it says:
from-child-forwarded = 🧒 The child passed on a message (maybe somebody else's words):
from-child-question = 🧒 The child wants a person to answer this: the bot's answer did not help (the question is in the bot's words, not the child's):

# Calls for attention, in the topic and in General
case-waits = ⏰ Has waited { $minutes } min. Nobody has taken the case. Whoever sees this first: tap “🙋 Take this case” in its topic
case-waits-claimed = ⏰ Has waited { $minutes } min for an answer. The case is taken, but the child still waits: anyone on the team can answer
case-reopened = 🔁 { $name } wrote again. The case is open again, nobody has taken it
case-emergency-again = 🔴 { $name } sent a new emergency message. Please read it now
case-more-urgent = 🟠 { $name } has become more urgent. Please read it again

# What closing does; stands in the three notes below.
-after-closing =
    The bot now answers alone, and the team does not see the child's ordinary messages. The case opens by itself when something looks urgent or the child asks for a person.
    Closed by mistake? Tap “Open again” on the card.

# Notes in the topic
note-claimed = { $staff } has taken this case. Answer by replying to a 🧒 message (what is only typed does not reach the child)
note-released = { $staff } gave this case back to the team. Nobody has it now
note-resolved =
    { $staff } closed the case: resolved
    { -after-closing }
note-false-alarm =
    { $staff } closed the case: false alert
    { -after-closing }
note-handed-on =
    { $staff } closed the case: referred to an agency
    { -after-closing }
    Only the end of your shift? Open it again and tap “Give back to the team”.
note-reopened = { $staff } opened this case again and has taken it. Can't stay? Tap “Give back to the team”
note-second-person =
    { $staff } asks to close this emergency. It is still open. Please call another team member to look.
    Second person: first read the child's words yourself. If you agree, tap a “Close: …” button on the card.
    Not sure? Don't tap yet. Talk about it in this topic first.
note-hidden =
    🙈 The chat was hidden, by the child or by someone else who holds the phone. Nothing is sent first until somebody writes there.
    An answer sent now waits in the inbox, where whoever holds the phone can open it. Don't mention what the child told.
note-deleted-kept =
    🗑 The data were deleted, by the child or by someone else who holds the phone. This case is still open and can be answered.
    An answer shows only “There is something new for you”, but whoever holds the phone can open it. Don't mention what the child told.
    ⚠️ Once closed, the case may never be opened again, nor the child reached.
note-deleted =
    🗑 The data were deleted (perhaps not by the child). The case is closed and can't be opened again. The child can't be reached until they write anew.
    The card may say “resolved”. That does not mean that the child is safe.
    The words in this topic are still in Telegram. Please delete them by your organisation's rules.
note-only-asking = ℹ️ “I was only asking” was tapped in the child's chat (perhaps not by the child). The case is still open and as urgent as before. Don't close it for this. Please read for yourself
note-asks-person = ❓ The child asks a real person, because the bot has no answer that fits. Answer at a message that begins with 🧒
note-media = 🧒📎 The child sent { $kind }. It was not opened and not kept. Don't ask to send it again
note-blocked =
    🚫 The bot was blocked or the chat deleted, by the child or by someone else who holds the phone.
    Nothing can be sent now. The case is still open: talk to a lead before you close it.
note-unblocked = The child's chat can receive messages again. What could not be sent must be answered anew (🙈 on the card: the chat is still hidden)
note-topic-again =
    The old topic was deleted, so here is a new one. Below are the child's earlier words, without times and without the team's answers.
    Before you answer, see the state on the card and ask whoever took the case.

# What became of a reply
delivery-sent = ✓ Sent to the child's chat (the system can't tell whether it was read)
delivery-waiting =
    ⏳ The child has not seen the answer yet, only “There is something new for you”, and must open it.
    When it is opened you are told here, but you will not be reminded of this case until the child writes.
delivery-opened = 👁 The answer was opened in the child's chat
delivery-held =
    ⏸ Not seen by the child: the chat is hidden. The answer waits in the inbox, where whoever holds the phone can open it.
    You will not be reminded of this case until the child writes. If you are worried, talk to a lead now. Don't close the case yet.
delivery-blocked = 🚫 Not sent: the child blocked the bot or deleted the chat
delivery-failed = ⚠️ Not sent: the child has not seen this. Please answer once more

# Refusals
stays-inside = This did not go to the child. To answer the child, reply to the newest message that begins with 🧒 and send it again
refused-not-on-roster =
    Not done, and nothing was sent to a child: you are not on the team's roster. A lead can add you with /add
    (Posting as an anonymous admin? Switch that off and send again.) If it is urgent, call somebody on the team now
refused-not-lead = Only a lead can use this command
refused-closed = Not sent: the case is closed. Tap “Open again” on its card, then reply to 🧒 once more
refused-only-text = Not sent: only text can go to a child
refused-forwarded = Not sent: a forwarded message can't go to a child. Please write it yourself
refused-command = Not sent: what begins with / is taken for a command. To send it to the child, write it again without the /
refused-no-case =
    Not sent to a child: there is no case to answer here (you may be in General, or the case was deleted).
    To answer a child, go to the case's topic and reply to a message that begins with 🧒
refused-blocked = Not sent: the child blocked the bot or deleted the chat
toast-old-card = Nothing was done: this button no longer fits, the case has changed or is gone. The card shows how it is now
toast-already-claimed = Someone has taken this case already, or it is closed. If it is open and the child waits, you can answer too
toast-not-on-roster = You are not on the team's roster, so this button does nothing. A lead can add you with /add

# The roster and the open cases
staff-help =
    To answer a child: reply to a message that begins with 🧒 in the case's topic
    /add adds a colleague · /remove takes one off (leads only)
    /staff shows the team · /status shows the open cases
    /questions shows what children ask · /insights shows what works in the lessons
    /suggest proposes an improvement (in a case's topic)
    Commands are answered in General (except /suggest)
staff-add-how = To add: reply to that person's message with /add and the name the team uses
staff-remove-how = To remove: reply with /remove to a message of someone on the roster
staff-added = { $staff } is on the team now
staff-removed =
    { $staff } is off the roster and can no longer answer children or use the buttons.
    ⚠️ While still in this Telegram group they can read every case. Please remove them from the group too, now.
staff-last-lead = Not removed: this is the last lead. Ask whoever runs the system to set up another lead first (/add can't)
staff-list = The team:
staff-member-staff = • { $staff }
staff-member-lead = • { $staff } (lead)
status-none = No open cases right now
status-open = Open cases: { $cases }
status-case = { $state }
status-case-taken = { $state } · { $staff }
status-waits = ⏰ waits { $minutes } min
status-more = … and { $cases } more
status-reading-best = 🔎 Messages are read in full mode
status-reading-simple = ⚠️ Messages are read in simple mode: more cries for help may be missed

# What children asked: /questions. Numbers under five are shown as "<5", a total that would tell one as "≥".
questions-totals =
    ❓ Questions in the last { $days } days
    Answered { $answered } · asked back { $asked } · no answer { $unanswered }
    👍 Helped { $helped } · 👎 did not help { $not_helped } · passed on to people { $handed }
    “<5” means 0 to 4, “≥” a few more (small numbers are not told, so that no child can be recognised)
questions-most-asked = 📊 Asked most (✅ answered · ↩️ asked back · 👍 helped · 👎 did not help):
questions-asked-of =
    • { $question }
    ✅ { $answered } · ↩️ { $asked } · 👍 { $helped } · 👎 { $not_helped }
questions-not-helped = 👎 Answers that did not help:
questions-none-near = 🔎 Nearest to questions without an answer:
questions-topic = • { $question } — { $number }

# What a case taught: /suggest
suggest-how =
    In a case's topic, in your own words:
    /suggest falsealarm – there should have been no alert (you can add why)
    /suggest missed urgent how children say it – there should have been an alert (how urgent: emergency, urgent or concern)
    /suggest faq question = answer – something the bot should be able to answer
    Never copy the child's words. What you type is kept, with the kind and urgency of the case (for missed: the urgency you give). This does not close the case.
suggest-missed-how =
    Not kept yet. Please tell how urgent it should have been, then how children say such things, in your own words:
    /suggest missed emergency your words – 🔴 somebody is in danger now
    /suggest missed urgent your words – 🟠 harm is done or threatened
    /suggest missed concern your words – 🟡 something weighs on a child
    Never copy the child's words.
suggest-only-in-case = Not kept: write /suggest in a case's topic (or as a reply to a 🧒 message of that case)
suggest-own-words =
    Not kept: this has words in common with the child's message.
    What a child tells stays in the case. Please type it anew in your own words.
suggest-too-long = Not kept: too long. A question has at most 200 characters, an answer 400
suggest-kept = ✓ Kept, thank you. The child's words were not kept with it

simple-reading-notice =
    ⚠️ Reading in simple mode: more cries for help may be missed than usual. What is missed never shows in this group.
    Please tell whoever runs the system now, and read every message of a case yourself: the urgency on the card may be too low.

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
    🧪 Pilot: some content and phone numbers have not been checked by the organisation yet, but the bot already gives them to children.
    Please check a number before you recommend it. If something is wrong, tell whoever runs the system at once.
