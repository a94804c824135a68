# Asking, and what is said when there is no answer. `faq-none` may be the reply to a cry for help that
# nothing has recognised, so it never sounds like an error and always shows the way to a person.

ask-anything =
    Ask me anything. No question is silly.
    Write like you talk. Spelling does not matter.
    You don't need to use anyone's real name.

# Small talk: the words (parted by spaces, each written without any) that may be the whole message, and the
# answers. Particles are what may stand after greetings and thanks, endings what may stand after the others.
# Repeated letters count once. No farewell stands here that may be meant for good, and nothing that a child
# could mean of itself ("useless", "stupid" alone): "bye" and "I love you all" go to the other readers.
small-talk-greetings =
    hello hi hey hiya yo sup goodmorning goodevening goodafternoon sawasdee sawatdee wassup whatsup
small-talk-thanks =
    thanks thankyou thx ty tysm ok okay k cool nice great lol haha hehe gotit
small-talk-particles =
    there friend bot phuean so much alot again everyone all you very
small-talk-endings =
    bot phuean lol haha bro dude please pls so much again
small-talk-insults =
    areyoustupid areyoudumb rudumb rustupid urstupid urdumb yourestupid youredumb youarestupid youaredumb yourdumb
    stupidbot dumbbot badbot uselessbot yousuck usuck yourebad youarebad youreuseless youareuseless uruseless youruseless
    thisbotsucks thisbotisuseless thisbotisstupid thisbotisdumb youknownothing youdontgetit wronganswer
small-talk-bored =
    bored imbored iambored sobored imsobored iamsobored boring soboring thisisboring nothingtodo ihavenothingtodo
small-talk-love =
    iloveyou iluvyou ily ilovu iluvu loveyou luvyou loveu luvu ilikeyou imissyou doyouloveme cutebot nicebot
small-talk-good-night =
    goodnight gn nightnight sweetdreams seeyoutomorrow seeutomorrow cutomorrow talktomorrow talktoyoutomorrow
    seeyoulater seeulater cul8r ttyl talklater brb gottasleep gottagotosleep goingtobed goingtosleep imgoingtobed igottagotobed
small-talk-not-clever =
    Sometimes my answers really are off. I am a bot and understand only some things.
    Try other words, or tap “Talk to a person”.
    If something is getting on your nerves, you can tell me. I don't get angry.
small-talk-play =
    Bored? How about a quiz? The questions are short.
    Or ask me something odd.
    If it is more like being tired of everything, you can talk to a person.
small-talk-a-bot =
    Aww, that is sweet. Thank you!
    I am a bot, so I can't love the way people do. But you can write any time.
    For a real person, tap “Talk to a person”.
small-talk-until-then =
    All right, write again when you like. This chat stays here.
    If you can't sleep, or something is on your mind, write at any hour.
small-talk-hello =
    Hello! It is nice to hear from you.
    Play a quiz, ask something or talk to a person: tap one.
small-talk-welcome = Any time! Whatever comes up, just write.

faq-did-you-mean =
    Which one do you mean? Tap it.
    If none fits, try other words. If something scares you or feels wrong,
    tap “Ask a real person”, and I pass on what you just wrote.

faq-none =
    Thank you for writing. I am a bot and can answer only some things.
    You can try other words. If something scares you or feels wrong,
    tap “Ask a real person”, and I pass what you just wrote to a real person.

# After "not yet" under an answer
faq-not-helped =
    Thank you for telling me. Try asking in other words.
    Or tap “Ask a real person”: I pass on what you just asked, no need to type it again.

# The question goes to staff as it was asked.
question-handed-over =
    I have passed what you just asked on to staff, who are real people. No need to type it again.
    If they answer, it comes in this chat, maybe as “There is something new for you”. You can add something if you like.
    If a child is in danger, staff must help, so I can't keep everything secret.

# Toasts: at most 200 characters.
toast-helped = Glad that it helped 💚
toast-not-helped = Thank you for telling me
toast-helped-before = You have told me about this one. Thank you

faq-check-in =
    If this is happening to you or someone you know, it is not your fault.
    Tap “This is real”, and I pass what you write to a real person.
