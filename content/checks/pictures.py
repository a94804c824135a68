"""Pictures: one for each lesson and story, drawn with shapes alone, and nothing from outside in them."""

from collections.abc import Iterator
from xml.parsers import expat

from content.drawings import (
    CERTIFICATE,
    CERTIFICATE_SIZE,
    COVER_SIZE,
    FOLDER,
    NAMESPACE,
    PLACES,
    Drawing,
)
from content.problems import Problem
from content.tree import DEFAULT_LANGUAGE, Tree

SHAPES = frozenset(
    (
        "svg",
        "g",
        "defs",
        "use",
        "clipPath",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "path",
    )
)
"""The elements that a cover may hold; a certificate has texts, too."""


def check(tree: Tree) -> Iterator[Problem]:
    """Pictures that are missing or belong to nothing, then faults inside each drawing."""
    yield from _owned(tree)
    for drawing in tree.pictures:
        yield from _Reading(drawing).problems()


def _owned(tree: Tree) -> Iterator[Problem]:
    there = {drawing.name for drawing in tree.pictures}
    owners = {CERTIFICATE: "the certificate"}
    for kind, sheets in (("lesson", tree.lessons), ("story", tree.stories)):
        for sheet in sheets.get(DEFAULT_LANGUAGE, ()):
            name = sheet.value.id
            if name in owners:
                yield sheet.problem(("id",), f"{owners[name]} has this id too, and with it this picture")
            owners.setdefault(name, f"the {kind} {name!r}")
    for name in sorted(owners.keys() - there):
        yield Problem(f"{FOLDER}/{name}.svg", 1, f"{owners[name]} has no picture")
    if not any(tree.has_broken(f"{DEFAULT_LANGUAGE}/{folder}") for folder in ("lessons", "stories")):
        for drawing in tree.pictures:
            if drawing.name not in owners:
                yield drawing.problem(1, "belongs to no lesson and no story")


class _Reading:
    """Goes through one drawing and gathers what is wrong with it."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._certificate = drawing.name == CERTIFICATE
        self._found: list[Problem] = []
        self._texts: set[str] = set()
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._element
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = lambda *_: self._tell("a DOCTYPE does not belong here")
        self._parser.ProcessingInstructionHandler = lambda *_: self._tell(
            "an instruction does not belong here"
        )

    def problems(self) -> list[Problem]:
        """Everything that is wrong with the drawing."""
        try:
            self._parser.Parse(self._drawing.text.encode(), True)  # noqa: FBT003 - expat takes no keyword
        except expat.ExpatError as error:
            self._found.append(self._drawing.problem(error.lineno, "not well-formed XML"))
            return self._found
        if self._certificate and self._texts != PLACES:
            wrong = ", ".join(sorted(self._texts ^ PLACES))
            self._found.append(self._drawing.problem(1, f"texts that are missing or unknown: {wrong}"))
        return self._found

    def _tell(self, message: str) -> None:
        self._found.append(self._drawing.problem(self._parser.CurrentLineNumber, message))

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        is_text = tag == "text" and self._certificate
        if space != NAMESPACE or (tag not in SHAPES and not is_text):
            self._tell(f"<{tag}> does not belong here: shapes of SVG alone")
        if self._depth == 0:
            self._size(tag, attributes)
        if is_text:
            self._texts.add(attributes.get("id", ""))
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)
        self._depth += 1

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _size(self, tag: str, attributes: dict[str, str]) -> None:
        width, height = CERTIFICATE_SIZE if self._certificate else COVER_SIZE
        found = attributes.get("width"), attributes.get("height")
        if tag != "svg" or found != (str(width), str(height)):
            self._tell(f"not an <svg> of {width} by {height}")

    def _attribute(self, key: str, value: str) -> None:
        """Shapes may refer to other shapes of the same drawing, to nothing else."""
        outside = key == "href" and not value.startswith("#")
        if outside or value.replace(" ", "").replace("url(#", "").find("url(") >= 0:
            self._tell(f"{key} refers to something outside of the drawing")
        if key.startswith("on"):
            self._tell(f"{key} would run a script")
