"""The shape of wording.yaml: words that are not used, and what is said instead."""

from pydantic import Field

from content.schema.base import ContentModel, Words


class Avoided(ContentModel):
    """Ways of saying something that hurt, with the better way.

    `unless` lists longer phrases inside which the words are fine ("not your fault").
    """

    avoid: tuple[Words, ...] = Field(min_length=1)
    say: Words
    why: Words
    unless: tuple[Words, ...] = ()


class Wording(ContentModel):
    """Per language: avoided words, and the words that announce a number to call."""

    avoided: dict[str, tuple[Avoided, ...]]
    call_words: tuple[Words, ...] = Field(min_length=1)
    red_list: tuple[Words, ...] = Field(min_length=1)
