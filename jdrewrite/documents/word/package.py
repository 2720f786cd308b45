"""The zip package of a Word file: opened only where it is safe, its parts found by their relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from jdrewrite import zips
from jdrewrite.documents.border import refuse_unread
from jdrewrite.documents.word.names import OFFICE_NS, RELATIONSHIPS_NS, STRICT_NS, TYPES_NS, W
from jdrewrite.errors import BrokenInput, UnsupportedInput

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_UNPACKED = 200_000_000
"""Bytes; a zip that unpacks to more is a bomb or no job description."""
MOST_RATIO = 200
"""How many times larger a part may become; XML of real documents reaches about 30."""
MOST_PARTS = 5000
MOST_XML = 40_000_000
"""Bytes of one part that is parsed; 500 pages of Word have about 10 million."""
MOST_TAGS = 600_000
"""Tags of one part that is parsed: the tree of more would take too much memory."""
AGAIN = "check that it opens in Word, and save it again as .docx"
RELATIONSHIPS = f"{{{RELATIONSHIPS_NS}}}Relationship"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_UNPACK = "give a .docx, .md or .txt file; unpack an archive first, and 'jdrewrite audit' reads the folder"
_MACROS = "application/vnd.ms-word."
ENDINGS = {
    f"{_CONTENT}document.main+xml": ".docx",
    f"{_CONTENT}template.main+xml": ".dotx",
    f"{_MACROS}document.macroEnabled.main+xml": ".docm",
    f"{_MACROS}template.macroEnabledTemplate.main+xml": ".dotm",
}
"""Content type of the main part, and the ending that Word asks of such a file."""


class Package:
    """The parts of a Word file. Nothing is unpacked to the disk, and nothing outside the file is ever fetched."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open a package.

        Raises:
            BrokenInput: not a Word file, damaged, protected by a password, or unsafe to open.
        """
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zips.DAMAGED as error:
            raise BrokenInput(name, zips.reason(error), AGAIN) from None
        _check(self._zip, name)
        self._names = frozenset(self._zip.namelist())
        self._relations: dict[str, list[tuple[str, str]]] = {}
        self.main = self._main()

    def has(self, part: str) -> bool:
        """Tell whether a part is there."""
        return part in self._names

    def bytes_of(self, part: str) -> bytes:
        """Return the content of a part.

        Raises:
            BrokenInput: it is damaged, or the file is protected by a password.
        """
        try:
            return self._zip.read(part)
        except zips.DAMAGED as error:
            raise BrokenInput(self.name, zips.reason(error), AGAIN) from None

    def xml(self, part: str) -> _Element:
        """Return the root element of a part, read without entities and without the network.

        Raises:
            BrokenInput: the XML is damaged, or declares entities.
            UnsupportedInput: it is larger than that of any job description.
        """
        from lxml import etree

        data = self.bytes_of(part)
        if len(data) > MOST_XML or data.count(b"<") > MOST_TAGS:
            raise UnsupportedInput(
                self.name, f"its part {part} is larger than any job description", "split it, one job description a file"
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_blank_text=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            self._refuse_entities(b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data)
            raise BrokenInput(self.name, "its XML is damaged", AGAIN) from None
        self._refuse_entities(root.getroottree().docinfo.internalDTD is not None)
        return root

    def _refuse_entities(self, declared: bool) -> None:
        if declared:
            raise BrokenInput(
                self.name, "it declares XML entities, which no Word file does", "do not open it; ask for another copy"
            )

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts inside the package to which a part is related, in the order in which they are named.

        Args:
            part: whose relationships are read.
            kind: last word of the relationship's type, such as ``header``.
        """
        rels = relationships_of(part)
        if part not in self._relations:
            self._relations[part] = [
                ((found.get("Type") or "").rpartition("/")[2], _resolved(part, found.get("Target") or ""))
                for found in (self.xml(rels).iter(RELATIONSHIPS) if rels in self._names else ())
                if found.get("TargetMode") != "External"
            ]
        targets = dict.fromkeys(target for type_, target in self._relations[part] if type_ == kind)
        return [target for target in targets if target in self._names]

    def ending(self) -> str:
        """Return the ending that a file with this content must have for Word to open it."""
        if "[Content_Types].xml" not in self._names:
            return ".docx"
        for override in self.xml("[Content_Types].xml").iter(f"{{{TYPES_NS}}}Override"):
            if (override.get("PartName") or "").lstrip("/") == self.main:
                return ENDINGS.get(override.get("ContentType") or "", ".docx")
        return ".docx"

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the package with some parts replaced or added; every other part keeps its bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            for part in self._zip.infolist():
                data = parts.get(part.filename)
                data = self.bytes_of(part.filename) if data is None else data
                new.writestr(part, data, compress_type=part.compress_type)
            for name in parts.keys() - self._names:
                added = zipfile.ZipInfo(name)
                new.writestr(added, parts[name], compress_type=zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _main(self) -> str:
        """Return the name of the main part: by the package's relationships, or where it usually is."""
        if not ({"_rels/.rels", "word/document.xml"} & self._names):
            text = "mimetype" in self._names and self.bytes_of("mimetype").startswith(_OPEN_DOCUMENT)
            if not text or self.name.lower().endswith(".ods"):
                refuse_unread(self.name)
            if text:
                way_out = "open it in LibreOffice or Word and save it as .docx"
                raise UnsupportedInput(self.name, "it is an OpenDocument file, which is not read yet", way_out)
            raise BrokenInput(self.name, "it is a zip file, but no Word file", _UNPACK)
        named = self.related("", "officeDocument")
        main = named[0] if named else "word/document.xml"
        if main not in self._names:
            raise BrokenInput(self.name, "it is a zip file, but no Word file", _UNPACK)
        return main


def main_root(package: Package) -> _Element:
    """Return the root of the main part.

    Raises:
        BrokenInput: it is no Word document.
        UnsupportedInput: it is in the strict variant of the format.
    """
    root = package.xml(package.main)
    if root.tag == f"{{{STRICT_NS}}}document":
        raise UnsupportedInput(
            package.name, "it is a 'Strict Open XML' file, which is not read", "save it in Word as 'Word document'"
        )
    if root.tag != f"{W}document":
        raise BrokenInput(package.name, "it is an Office file, but no Word file", "give a .docx, .md or .txt file")
    if root.find(f"{W}body") is None:
        raise BrokenInput(package.name, "it has no text body", AGAIN)
    return root


def relationships_of(part: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relationship_type(kind: str) -> str:
    """Return the full type of a relationship."""
    return f"{OFFICE_NS}/{kind}"


def _resolved(part: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _check(packed: zipfile.ZipFile, name: str) -> None:
    """Refuse zip bombs, and names that lead out of the package, before anything is unpacked."""
    parts = packed.infolist()
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > 1_000_000 and part.file_size > MOST_RATIO * max(1, part.compress_size) for part in parts
    )
    if total > MOST_UNPACKED or swollen or len(parts) > MOST_PARTS:
        raise BrokenInput(
            name, f"it unpacks to {total / 1e6:,.0f} MB, which is not safe to open", "ask for another copy"
        )
    names = [part.filename for part in parts]
    climbing = next((n for n in names if n.startswith(("/", "\\")) or ".." in n.replace("\\", "/").split("/")), None)
    if climbing is not None or len(set(names)) < len(names):
        raise BrokenInput(
            name, "its parts have names that no Word file gives them, so it is not safe to open", "ask for another copy"
        )
