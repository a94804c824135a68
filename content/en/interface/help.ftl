# What a child reads who needs help. In a reply the help lines stand right under the first text, then
# `staff-told` and one of the two `read-…` texts.
# No questions about what happened, no promise of secrecy, no promise that somebody comes.

reply-emergency =
    I hear you. If you can call, call now.
    If you can't speak, use the LINE chat below.
    I believe you. It is not your fault. You did right to tell.
    If you can, go and be near someone you trust.

reply-emergency-other =
    I hear you. If you can call, call now.
    If you can't speak, use the LINE chat below.
    Tell an adult you trust too. You don't have to go in alone to help.
    I believe you. It is very good that you told.

reply-urgent =
    Thank you for telling me.
    I believe you, and it is not your fault.
    You did right to tell. You don't have to say more.
    Here are people who can help you:

reply-urgent-other =
    Thank you for caring about them, and for telling me.
    I believe you. It is not their fault, and it is not your fault.
    You don't have to help them all alone.
    Here are people who can help. Reach them alone or together:

reply-concern =
    Thank you for telling me.
    Things like this can feel heavy. It is not your fault.
    You don't have to carry it alone. To talk to a person, tap below.

# The bare call for help, without a word of what happened.
reply-help-word =
    I am here. If you are not safe right now, call. You don't need to ask anyone first.
    If you can't speak, use the LINE chat below.
    You can write here what is going on. You don't have to: we help you all the same.

# Within minutes of one of the answers above, instead of saying all of it again.
reply-again =
    I hear you, and I have passed it on to staff, who are real people.
    In danger now? Call 191. Please don't wait for the chat.

reply-not-read =
    Thank you for writing. The bot can't read this message.
    I have passed it to staff, who are real people, to read.
    If you are not safe right now, please call.
    If you can't speak, use the LINE chat below.

staff-told =
    I am telling a staff member, a real person, right now.
    If someone is in danger, staff must try to help,
    so I can't promise to keep it secret.

read-in-office-hours =
    Staff work now ({ $opens }–{ $closes }), but they may not read it at once.
    In danger now? Call 191. Please don't wait for the chat.

read-after-hours =
    Staff work { $opens }–{ $closes } and are away now. They may read it later.
    In danger now? Call 191. Please don't wait for the chat.

help-now =
    If you are not safe right now, call. You don't need to ask anyone first.
    If you can't speak, use the LINE chat below.
    Want a real person to read your words? Tap “Talk to a person”.

# The two texts below are the same on purpose: who taps the button cannot tell from the answer whether
# somebody has asked for help before.
person-write-here =
    Write here in this chat. I will pass it to staff, who are real people.
    Say only what you want to. No real name, no pictures.
    If a child is in danger, they must help, so I can't promise secrecy.

person-write-more =
    Write here in this chat. I will pass it to staff, who are real people.
    Say only what you want to. No real name, no pictures.
    If a child is in danger, they must help, so I can't promise secrecy.

person-told = I have passed on to staff what you just wrote. It is good that you asked.

passed-on = I have passed it on to staff, who are real people. Thank you for telling us.

only-asking =
    It is good to ask. Thank you for saying so.
    I am a bot and sometimes I misunderstand.
    If something was passed on, staff may still read it, in case they can help.

inbox-empty = There are no new messages right now.

from-staff = 👤 A real person from the team writes:

media-not-opened =
    I can only read words. I never open or keep pictures, videos, voice or files.
    That is to keep you safe. You can write it to me instead.

sticker-not-read =
    I got your sticker, but I can't read stickers.
    Whatever it is, you can tell me in words.

media-told = I have told staff, who are real people, that you want to talk. Even one word is enough.

media-help =
    If a picture or video makes you afraid, ask me in words. It is not your fault.
    If someone threatens you, don't delete that chat yet. It can be proof.
    A website called Take It Down helps to stop pictures from spreading.

# The help lines: what to call, write to or open comes first. "LINE" stands right before the @, because
# Telegram would make a free-standing @name a link to some account of its own.
help-line-phone =
    📞 { $contact } · { $name }

help-line-line-app =
    💬 LINE{ $contact } · { $name }

help-line-web =
    🌐 { $contact } · { $name }
