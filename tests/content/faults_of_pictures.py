"""The seeded faults of pictures."""

from tests.content.fault import TH, Fault

COVER, CERTIFICATE = "pictures/safe_talk.svg", "pictures/certificate.svg"
USE = '<use href="#sun"/>'
OUTSIDE = "refers to something outside"
WORDS = "<text>hello</text>"
IMAGE = '<image href="#sun"/>'

PICTURES = [
    Fault("a picture that does not end", COVER, USE, "<g>", "</svg>", "not well-formed"),
    Fault("a picture with an entity", COVER, USE, "&sun;", "&sun;", "not well-formed"),
    Fault("a picture with a DOCTYPE", COVER, "<svg", "<!DOCTYPE svg>\n<svg", "DOCTYPE", "a DOCTYPE does not"),
    Fault("a picture with an instruction", COVER, USE, "<?x y?>", "<?x", "an instruction does not"),
    Fault("a script in a picture", COVER, USE, "<script/>", "<script", "<script> does not belong"),
    Fault("a style in a picture", COVER, USE, "<style/>", "<style", "<style> does not belong"),
    Fault("an image in a picture", COVER, USE, IMAGE, "<image", "<image> does not belong"),
    Fault("a page in a picture", COVER, USE, "<foreignObject/>", "<foreign", "does not belong here"),
    Fault("words in a cover", COVER, USE, WORDS, WORDS, "<text> does not belong"),
    Fault("another language of shapes", COVER, USE, '<use xmlns="x"/>', 'xmlns="x"', "<use> does not belong"),
    Fault("a click on a picture", COVER, USE, '<use onclick="a()"/>', "onclick", "would run a script"),
    Fault("a link out of a picture", COVER, USE, '<use href="https://x.y/a#b"/>', "x.y", OUTSIDE),
    Fault("a file in a picture", COVER, USE, '<g fill="url( file.svg#a )"/>', "file.svg", OUTSIDE),
    Fault("a cover of another size", COVER, 'width="1080"', 'width="1081"', "1081", "1080 by 608"),
    Fault(
        "a certificate without a place",
        CERTIFICATE,
        '<text id="name"/>',
        "",
        "<svg",
        "missing or unknown: name",
    ),
    Fault("a certificate with a word more", CERTIFICATE, 'id="day"', 'id="school"', "<svg", "day, school"),
    Fault(
        "a lesson named as the certificate",
        TH,
        "id: safe_talk",
        "id: certificate",
        "id: certificate",
        "has this id",
    ),
]
