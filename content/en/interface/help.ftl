# What a child reads who needs help. In a reply the help lines stand right under the first text, then
# `staff-told` and one of the two `read-…` texts.
# No questions about what happened, no promise of secrecy, no promise that somebody comes.

reply-emergency =
    I have read this. If you can call, call a number below now.
    If you can't speak aloud, try the LINE chat below.
    I believe you. It is not your fault. You did right to tell.
    If you can, go and be near someone you trust, or text them.

reply-emergency-other =
    I have read this. If you can call, call a number below now.
    If you can't speak aloud, try the LINE chat below, or text someone you trust.
    Tell an adult you trust too. You don't have to go in alone to help.
    I believe you. It is very good that you told.

reply-urgent =
    Thank you for telling me.
    I believe you, and it is not your fault.
    You did right to tell. You don't have to say more.
    If you can't speak aloud, tap “♡ Help”: there is a LINE chat to try.
    Here are people who can help you:

reply-urgent-other =
    Thank you for caring about them, and for telling me.
    I believe you. It is not their fault, and it is not your fault.
    You don't have to help them all alone.
    Here are people who can help. Get in touch by yourself, or both of you together:

reply-concern =
    Thank you for telling me.
    Things like this can feel heavy. It is not your fault.
    You don't have to carry it alone. Tap “Talk to a person”, and I pass what you just wrote to a real person.

# The bare call for help, without a word of what happened.
reply-help-word =
    I am here. If you are not safe right now, call. You don't need to ask anyone first.
    If you can't speak aloud, try the LINE chat below, or text someone you trust.
    You can write here what is going on. You don't have to: I am telling staff anyway.

# Within minutes of one of the answers above, instead of saying all of it again.
reply-again =
    I have read this, and passed it on to staff, who are real people.
    In danger now? Call 191. Please don't wait for the chat.

reply-not-read =
    Thank you for writing. I am a bot and can't read this message.
    I have passed it to staff, who are real people, to read.
    If you are not safe right now, please call.
    If you can't speak aloud, try the LINE chat below, or text someone you trust.

staff-told =
    I am sending what you wrote to staff, who are real people, right now. What you write next goes to them too.
    If they write back, it comes only in this chat.
    If someone is in danger, staff must try to help, so I can't keep everything secret.

read-in-office-hours =
    These are our staff's working hours ({ $opens }–{ $closes }), but they may not read your message at once.
    In danger now? Call 191. Please don't wait for the chat.

read-after-hours =
    Our staff are away now. Your message may have to wait until they are back (working days, { $opens }–{ $closes }).
    In danger now? Call 191. Please don't wait for the chat.

help-now =
    If you are not safe right now, call. You don't need to ask anyone first.
    If you can't speak aloud, try the LINE chat below.
    Want a real person to read your words? Tap “Talk to a person”.
    Can't tap? Just write “help”, and I tell staff, who are real people.

# The two texts below are the same on purpose: who taps the button cannot tell from the answer whether
# somebody has asked for help before.
person-write-here =
    Write here in this chat, even one word. When you write, I pass it to staff, who are real people.
    Say only what you want to. No real name, no pictures.
    If a child is in danger, staff must help, so I can't keep everything secret.

person-write-more =
    Write here in this chat, even one word. When you write, I pass it to staff, who are real people.
    Say only what you want to. No real name, no pictures.
    If a child is in danger, staff must help, so I can't keep everything secret.

person-told = I have passed your latest messages on to staff. It is good that you asked.

passed-on = I have passed it on to staff, who are real people. Thank you for telling us.

only-asking =
    It is good to ask. Thank you for saying so.
    I am a bot and sometimes I misunderstand.
    If something was passed on, I can't take it back. Staff can still read it, in case they can help.
    If you want to tell more one day, just write.

inbox-empty = There are no new messages right now.

from-staff = 👤 A real person from the team writes:

media-not-opened =
    I can only read words. I never see or keep pictures, videos, voice, files or locations.
    That is to keep you safe. But whoever holds this phone can still see it here.
    You can write to me instead. Not safe right now? Call 191.

sticker-not-read =
    I got your sticker, but I can't read stickers.
    Whatever it is, you can tell me in words.

media-told = I have told staff, who are real people, that you want to talk. Even one word is enough.

media-help =
    If a picture or video makes you afraid, ask me in words. It is not your fault.
    If someone threatens you, don't delete that chat yet. It can be proof.
    The website Take It Down helps to stop pictures on apps that joined: takeitdown.ncmec.org

# The help lines: what to call, write to or open comes first. "LINE" stands right before the @, because
# Telegram would make a free-standing @name a link to some account of its own.
help-line-phone =
    📞 { $contact } · { $name }

help-line-line-app =
    💬 LINE{ $contact } · { $name }

help-line-web =
    🌐 { $contact } · { $name }
