# Asking, and what is said when there is no answer. `faq-none` may be the reply to a cry for help that
# nothing has recognised, so it never sounds like an error and always shows the way to a person.

ask-anything =
    Ask me anything. No question is silly.
    Write like you talk. Spelling does not matter.
    Please don't use anyone's real name.

faq-did-you-mean =
    Which one do you mean? Tap it.
    If none fits, try other words, or talk to a person.

faq-none =
    Thank you for writing. I don't have a good answer to this yet.
    You can try again in a few short words.
    If something scares you or feels wrong, you can talk to a person.

faq-check-in =
    If this is happening to you or someone you know, it is not your fault.
    You can tell us. Tap the button below.
