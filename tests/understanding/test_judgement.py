"""Judgements that stand for no reading."""

import pytest

from bot.domain.judgement import Band, Judgement, Status
from content.schema import Severity


@pytest.mark.parametrize(
    ("judgement", "status"), [(Judgement.late(), Status.LATE), (Judgement.failed(), Status.FAILED)]
)
def test_a_message_that_was_not_read_is_urgent_and_unread(judgement: Judgement, status: Status) -> None:
    assert judgement.status is status
    assert judgement.severity is Severity.URGENT
    assert not judgement.readable
    assert judgement.faq.band is Band.NONE
