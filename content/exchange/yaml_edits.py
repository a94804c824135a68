"""Changes of single values in the text of a YAML file; every other character stays as it is."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from content.exchange.faults import CellError
from content.exchange.scalars import block, one_line
from content.exchange.yaml_nodes import BLOCK_STYLES, Node, nodes
from content.yaml_lines import Place


class Editing:
    """Gathers edits of one file and makes them at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.nodes = nodes(text)
        self.edits: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """The text with all edits made."""
        parts, done = [], 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.text[done:start], new]
            done = end
        return "".join([*parts, self.text[done:]])

    def put_text(self, place: Place, text: str) -> None:
        """Replace a text, in the style in which it is written where that can hold the new one."""
        node = self.nodes[place]
        if node.style in BLOCK_STYLES:
            self.edits.append((node.start, node.end, self._block(node, text)))
        elif "\n" in text and not node.in_brackets:
            self._open_block(node, text)
        else:
            new = one_line(text, node.style, in_brackets=node.in_brackets)
            gap = " " if node.start == node.end else ""
            self.edits.append((node.start, node.end, gap + new))

    def _block(self, node: Node, text: str) -> str:
        header, _, body = self.text[node.start : node.end].partition("\n")
        first = next((line for line in body.split("\n") if line.strip()), "")
        indent = first[: len(first) - len(first.lstrip(" "))]
        return block(text, indent or " " * (node.column + 2), header)

    def _open_block(self, node: Node, text: str) -> None:
        """A text of one line that gets more: what stands behind it (a comment) goes to the header."""
        line_end = self._line_end(node.end)
        header = "|" + self.text[node.end : line_end]
        self.edits.append((node.start, line_end, block(text, " " * (node.column + 2), header)))

    def put_list(self, place: Place, items: Sequence[str], before: Sequence[str]) -> None:
        """Make a list of texts hold `items`; those that it held already stay as they are written."""
        if self.nodes[place].style == "[":
            self._put_list_in_brackets(place, items, before)
            return
        for what, a, b, c, d in SequenceMatcher(None, before, items, autojunk=False).get_opcodes():
            if what == "equal":
                continue
            both = min(b - a, d - c)
            for nth in range(both):
                self.put_text((*place, a + nth), items[c + nth])
            for nth in range(a + both, b):
                self._drop_line((*place, nth))
            self._insert_items(place, a + both, items[c + both : d])

    def _drop_line(self, place: Place) -> None:
        node = self.nodes[place]
        self.edits.append((self._line_start(node.start), self._line_end(node.end) + 1, ""))

    def _insert_items(self, place: Place, number: int, items: Sequence[str]) -> None:
        """Put new items before the one with this number, written like the one beside it."""
        beside = self.nodes[(*place, max(number - 1, 0))]
        lead = self.text[self._line_start(beside.start) : beside.start]
        written = [lead + one_line(item, "", in_brackets=False) for item in items]
        if number == 0:
            at = self._line_start(beside.start)
            self.edits += [(at, at, f"{line}\n") for line in written]
        else:
            at = self._line_end(beside.end)
            self.edits += [(at, at, f"\n{line}") for line in written]

    def _put_list_in_brackets(self, place: Place, items: Sequence[str], before: Sequence[str]) -> None:
        node = self.nodes[place]
        whole = self.text[node.start : node.end]
        if "\n" in whole and "#" in whole:
            raise CellError("the file has comments inside the brackets of this list: write one item a line")
        written = {
            text: self.text[self.nodes[(*place, n)].start : self.nodes[(*place, n)].end]
            for n, text in enumerate(before)
        }
        new = ", ".join(written.get(item) or one_line(item, "", in_brackets=True) for item in items)
        self.edits.append((node.start, node.end, f"[{new}]"))

    def put_key(self, place: Place, key: str, text: str, empty: str) -> None:
        """Set a key of a mapping, put in at the end where it is missing; `empty` is written for no text."""
        there = self.nodes.get((*place, key))
        if there is None:
            written = one_line(text, "", in_brackets=self.is_in_brackets(place)) if text else empty
            self.add_key(place, f"{key}: {written}")
        elif text:
            self.put_text((*place, key), text)
        elif there.start < there.end:
            self.edits.append((there.start, there.end, empty))

    def add_key(self, place: Place, written: str) -> None:
        """Put a key with its value at the end of a mapping that is not empty."""
        last = [node for where, node in self.nodes.items() if where[:-1] == place and where][-1]
        if self.is_in_brackets(place):
            self.edits.append((last.end, last.end, f", {written}"))
        else:
            at = self._line_end(last.end)
            self.edits.append((at, at, f"\n{' ' * last.column}{written}"))

    def is_in_brackets(self, place: Place) -> bool:
        """Whether what stands in this list or mapping is written in brackets."""
        node = self.nodes[place]
        return node.in_brackets or bool(node.style)

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end
