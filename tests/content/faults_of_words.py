"""The seeded faults of numbers, links, wording and review marks."""

from tests.content.fault import EN_TEXT, GROOMING, TH, TH_FAQ, TH_TEXT, Fault, in_card, in_english

NUMBERS_AND_LINKS = [
    in_card("an unknown number after a call word", "โทร 1234 ได้เลย", "1234 is not in helplines.yaml"),
    in_card("an unknown number in Thai digits", "โทรหา ๑๒๓๔ นะ", "1234 is not in helplines.yaml"),
    in_card("an unknown number alone on a line", "📞 1234", "1234 is not in helplines.yaml"),
    in_card("a mobile number without a call word", "ทักมาที่ 081-234-5678 นะ", "081-234-5678 is not"),
    in_card("a number from abroad", "+66 81 234 5678", "is not in helplines.yaml"),
    in_card("a red-listed number", "เคยมีเบอร์ 1191 ด้วย", "1191 is on the red list"),
    in_card("a red-listed number in Thai digits", "ตำรวจ ๑๙๑๑", "1911 is on the red list"),
    in_card("a red-listed long number", "ทัก 0866 หรือ 02 713 6793", "02 713 6793 is on the red list"),
    in_english("an unknown hotline", "Call 1234 now", "1234 is not in helplines.yaml"),
    in_english("a foreign link", "See https://example.org/help", "example.org is not in helplines.yaml"),
    in_english("a link without a scheme", "See bit.ly/abc", "bit.ly is not in helplines.yaml"),
    in_english("a link that looks like ours", "takeitdown.ncmec.org.evil.zz", "ncmec.org.evil.zz is not"),
    in_english("a link with our name as its user", "https://takeitdown.ncmec.org@evil.zz/", "evil.zz is not"),
    in_english("an unencrypted link", "http://takeitdown.ncmec.org", "must begin with https://"),
    in_english("an unknown account", "Write to @stranger_1", "@stranger_1 is not in helplines.yaml"),
    in_english("a mail address", "Write to me@example.com", "is not in helplines.yaml"),
    Fault("a number behind a value", TH_TEXT, "บรรทัดที่สอง", "โทร { $who } ที่ 1234", "โทร {", "1234 is not"),
    Fault("a number in a variant", EN_TEXT, "points\n", "points, call 1234\n", "points =", "1234 is not"),
    Fault("an unknown number in the interface", TH_TEXT, "บรรทัดที่สอง", "โทร 1234", "โทร 1234", "1234 is not"),
    Fault("a red-listed number in a phrase", GROOMING, "grooming thai 1,", "โทร 1667,", "1667", "red list"),
]

WORDS = [
    in_card("blame in Thai", "ทำไมไม่บอกใครเลย", "asking a child why"),
    in_card("a label in Thai", "อย่าดูคลิปโป๊นะ", "สื่อแสดงการล่วงละเมิด"),
    in_card("a promise of secrecy", "เราจะเก็บเป็นความลับนะ", "secrecy is never promised"),
    in_english("blame in English", "Maybe it was YOUR  fault", "blames the child"),
    in_english("a label in English", "This is child pornography.", "child sexual abuse material"),
    in_english("a question of blame", "Why didn't you say so?", "sounds like blame"),
    in_english("an HTML tag", "You can <b>always</b> tell", "an HTML tag"),
    in_english("an HTML entity", "Tell &amp; ask", "an HTML entity"),
    in_english("Markdown emphasis", "You can **always** tell", "Markdown emphasis"),
    in_english("a Markdown link", "See [this](x)", "a Markdown link"),
    in_english("an invisible character", "pay\u202epal", "U+202E"),
    Fault("blame in the interface", TH_TEXT, "บรรทัดที่สาม", "เธอผิดเอง", "เธอผิดเอง", "blames the child"),
]

REVIEW = [
    Fault(
        "published without a reviewer",
        TH,
        "{state: draft}",
        "{state: published}",
        "state:",
        "without a reviewer",
    ),
    Fault(
        "reviewed without a date",
        TH_FAQ,
        "{state: draft}",
        "{state: reviewed, reviewer: A}",
        "reviewed",
        "a date",
    ),
    Fault("an unknown state", GROOMING, "{state: draft}", "{state: done}", "done", "review.state"),
]
