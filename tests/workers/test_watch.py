"""What can stop without an error is noticed."""

from bot.workers.watch import Watch


class Seconds:
    """A clock's hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_has_no_alarm_at_the_start() -> None:
    assert Watch(Seconds()).alarms() == ()


def test_it_alarms_when_polling_has_not_succeeded_for_long() -> None:
    seconds = Seconds()
    watch = Watch(seconds)
    seconds.now = 91
    assert watch.alarms() == ("polling_stopped",)


def test_it_is_calm_again_after_a_successful_poll() -> None:
    seconds = Seconds()
    watch = Watch(seconds)
    seconds.now = 91
    watch.succeeded()
    assert watch.alarms() == ()


def test_it_alarms_after_three_refusals_of_the_token() -> None:
    watch = Watch(Seconds())
    watch.refused(401)
    watch.refused(404)
    assert watch.alarms() == ()
    watch.refused(401)
    assert watch.alarms() == ("token_refused",)


def test_it_alarms_when_another_program_polls_with_the_same_token() -> None:
    watch = Watch(Seconds())
    for _ in range(3):
        watch.refused(409)
    assert watch.alarms() == ("second_poller",)


def test_it_forgives_refusals_after_a_success() -> None:
    watch = Watch(Seconds())
    for _ in range(3):
        watch.refused(409)
    watch.succeeded()
    assert watch.alarms() == ()


def test_it_alarms_when_updates_cannot_be_stored() -> None:
    watch = Watch(Seconds())
    for _ in range(3):
        watch.broken("not_stored")
    assert watch.alarms() == ("inbox_failing",)


def test_it_alarms_when_the_bot_is_not_in_the_staff_group() -> None:
    watch = Watch(Seconds())
    watch.staff_group(present=False)
    assert watch.alarms() == ("not_in_staff_group",)
    watch.staff_group(present=True)
    assert watch.alarms() == ()


def test_it_alarms_when_a_worker_is_silent() -> None:
    seconds = Seconds()
    watch = Watch(seconds)
    watch.beat("sender")
    seconds.now = 181
    watch.succeeded()
    assert watch.alarms() == ("silent_sender",)
