"""A reader that costs nothing: for proofs that start the bot hundreds of times and are not about reading."""

from collections.abc import Sequence

from bot.domain.judgement import Band, FaqRanking, Judgement, Reason, Status
from content.schema import Category, Severity

TOPICS = ("what_is_grooming", "is_it_private", "hide_chat", "who_are_you", "body_rights")
"""Topics of the shipped questions; a text that holds the words of one asks it."""


class PlainReader:
    """Knows one word of distress and the names of a few topics."""

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:  # noqa: ARG002
        severity = Severity.EMERGENCY if "beating" in text else Severity.NONE
        asked = tuple(topic for topic in TOPICS if topic.replace("_", " ") in text)
        reasons = (Reason("plain", "beating", Category.VIOLENCE, severity),)
        return Judgement(
            status=Status.JUDGED,
            severity=severity,
            categories=(Category.VIOLENCE,) if severity is Severity.EMERGENCY else (),
            about="self" if severity is Severity.EMERGENCY else None,
            reasons=reasons if severity is Severity.EMERGENCY else (),
            faq=FaqRanking(Band.ANSWER if asked else Band.NONE, asked, (1.0,) * len(asked)),
            readable=True,
            help_word=False,
            language="en",
        )
