# Asking, and what is said when there is no answer. `faq-none` may be the reply to a cry for help that
# nothing has recognised, so it never sounds like an error and always shows the way to a person.

ask-anything =
    Ask me anything. No question is silly.
    Write like you talk. Spelling does not matter.
    Please don't use anyone's real name.

# Small talk: the words (parted by spaces) that may be the whole message, and the answers. Particles are
# what may stand after them. Repeated letters count once. No farewell stands here: it may be meant for good.
small-talk-greetings =
    hello hi hey hiya yo sup goodmorning goodevening goodafternoon sawasdee sawatdee wassup whatsup
small-talk-thanks =
    thanks thankyou thx ty tysm ok okay k cool nice great lol haha hehe gotit
small-talk-particles =
    there friend bot phuean so much alot again everyone all you very
small-talk-hello =
    Hello! It is nice that you write.
    Play a quiz, ask something or talk to a person: tap one.
small-talk-welcome = Any time! Whatever comes up, just write.

faq-did-you-mean =
    Which one do you mean? Tap it.
    If none fits, try other words, or talk to a person.

faq-none =
    Thank you for writing. I am a bot and can answer only some things.
    You can try other words. If something scares you or feels wrong,
    tap “Talk to a person”, and a real person reads what you just wrote.

faq-check-in =
    If this is happening to you or someone you know, it is not your fault.
    You can tell us. Tap the button below.
