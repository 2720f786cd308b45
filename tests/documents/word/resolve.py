"""What Word makes of revision marks when all are accepted or rejected, written from the standard and not from the product.

ECMA-376 Part 1, 17.13.5: rejecting an inserted run takes it out, accepting a deleted run takes it out; a paragraph whose
end is inserted (rejecting) or deleted (accepting) is joined with the next one.
"""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def resolved(data: bytes, *, accept: bool, part: str = "word/document.xml", author: str | None = None) -> list[str]:
    """The paragraphs of a part after all revisions, or those of one author, are accepted or rejected."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))
    gone = f"{W}del" if accept else f"{W}ins"
    kept = f"{W}ins" if accept else f"{W}del"
    found = []

    def drops(element) -> bool:
        ours = author is None or element.get(f"{W}author") == author
        # Marks of others are looked at as they stand: inserted words are there, deleted words are not.
        return element.tag == gone if ours else element.tag == f"{W}del"

    def text(element) -> str:
        pieces = []
        for child in element:
            if not isinstance(child.tag, str) or child.tag in {f"{W}pPr", f"{W}rPr", f"{W}p"} or drops(child):
                continue
            if child.tag in {f"{W}t", f"{W}delText"}:
                pieces.append(child.text or "")
            elif child.tag == f"{W}tab":
                pieces.append("\t")
            elif child.tag in {f"{W}br", f"{W}cr"}:
                pieces.append("\n")
            else:
                pieces.append(text(child))
        return "".join(pieces)

    waiting: dict = {}
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        parent = paragraph.getparent()
        first, before = waiting.pop(parent, (number, ""))
        words = before + text(paragraph)
        ended = [m for m in paragraph.findall(f"{W}pPr/{W}rPr/*") if m.tag in {gone, kept}]
        following = paragraph.getnext()
        if any(drops(mark) for mark in ended) and following is not None and following.tag == f"{W}p":
            waiting[parent] = (first, words)
        else:
            found.append((first, words))
    # Paragraphs of a text box stand between a paragraph and the one that it is joined with.
    return [words for _, words in sorted(found, key=lambda part: part[0])]


def words_of(data: bytes, author: str, without: str, part: str = "word/document.xml") -> dict[str, str]:
    """All words in the marks of one person, by kind of mark, without what another person put in later."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))
    found: dict[str, str] = {}
    for leaf in root.iter(f"{W}t", f"{W}delText"):
        above = list(leaf.iterancestors(f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"))
        if any(mark.get(f"{W}author") == without and mark.tag == f"{W}ins" for mark in above):
            continue
        for mark in above:
            if mark.get(f"{W}author") == author:
                name = mark.tag.removeprefix(W)
                found[name] = found.get(name, "") + (leaf.text or "")
    return found
