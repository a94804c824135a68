"""Numbers, links and accounts are found however they are written."""

import pytest

from content.contacts import handles, host, hosts, long_numbers, number, plain_digits, short_numbers


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("02-113-6789", "021136789"),
        ("(02) 113 6789", "021136789"),
        ("+66 2 113 6789", "021136789"),
        ("๐๒ ๑๑๓ ๖๗๘๙", "021136789"),
        ("1300", "1300"),
        ("663000", "663000"),
    ],
)
def test_it_compares_numbers_in_one_form(written: str, dialled: str) -> None:
    assert number(written) == dialled


def test_it_reads_digits_of_other_scripts_without_moving_anything() -> None:
    assert plain_digits("โทร ๑๓๐๐ ၁၉၁") == "โทร 1300 191"


@pytest.mark.parametrize(
    "text", ["0812345678", "081 234 5678", "081.234.5678", "+66812345678", "0 8 1 2 3 4 5"]
)
def test_it_finds_what_looks_like_a_phone_number(text: str) -> None:
    assert [found for _, found in long_numbers(f"x {text} y")] == [text]


@pytest.mark.parametrize("text", ["12.00-22.00", "8:30 - 16:30", "20,000", "2551", "10-17", "1,234,567 kip"])
def test_it_takes_hours_sums_and_years_for_no_phone_number(text: str) -> None:
    assert list(long_numbers(text)) == []


def test_it_finds_short_numbers_outside_long_ones() -> None:
    assert list(short_numbers("191 or 02-113-6789 or 1300, not 20,000")) == [(0, "191"), (22, "1300")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("https://Help.Ticac.org/a?b=c", "help.ticac.org"),
        ("see www.thaihotline.org.", "thaihotline.org"),
        ("คลิปหลุดทำไง.com", "คลิปหลุดทำไง.com"),
        ("t.me/somebody", "t.me"),
        ("https://good.org@evil.example/x", "good.org@evil.example"),
        ("good.org.evil.zz", "good.org.evil.zz"),
        ("tg://resolve", "resolve"),
        ("someone@example.com", "example.com"),
    ],
)
def test_it_finds_the_host_of_a_link(text: str, name: str) -> None:
    assert [found for _, found in hosts(text)] == [name]


@pytest.mark.parametrize("text", ["e.g. this", "Hello...you", "10.30 a.m.", "3.14", "ม.3"])
def test_it_takes_ordinary_dots_for_no_link(text: str) -> None:
    assert list(hosts(text)) == []


def test_it_compares_hosts_without_www() -> None:
    assert host("WWW.Thaihotline.ORG") == "thaihotline.org"


def test_it_finds_accounts_but_not_mail_addresses() -> None:
    assert list(handles("ask @EssHelpMe, not a@b.org")) == [(4, "@esshelpme")]
