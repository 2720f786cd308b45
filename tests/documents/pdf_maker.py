"""Makes small PDFs by hand, so that the tests say what stands where on a page."""

from __future__ import annotations

import zlib


def page(
    *texts: tuple[float, float, str] | tuple[float, float, str, float], marks: list[tuple[float, float]] = ()
) -> bytes:  # type: ignore[assignment]
    """The drawing commands of a page: texts at x, y in a size, and small squares."""
    rows = []
    for text in texts:
        x, y, words = text[:3]
        size = text[3] if len(text) > 3 else 11
        written = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        rows.append(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, written))
    rows += [b"%g %g 3 3 re f" % mark for mark in marks]
    return b"\n".join(rows)


def pdf(*pages: bytes, kids: bytes | None = None, deflate: bool = True, extra: tuple[bytes, ...] = ()) -> bytes:
    """A whole file with these pages.

    Args:
        pages: drawing commands of each.
        kids: the page tree's list, where it is to be a wrong one.
        deflate: compress the pages.
        extra: more objects.
    """
    numbers = [4 + 2 * i for i in range(len(pages))]
    listed = kids if kids is not None else b" ".join(b"%d 0 R" % n for n in numbers)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, max(1, len(pages))),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, content in zip(numbers, pages, strict=True):
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> /XObject << /Im 90 0 R >> >> >>" % (number + 1)
        )
        body = zlib.compress(content) if deflate else content
        filtered = b" /Filter /FlateDecode" if deflate else b""
        objects[number + 1] = b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), filtered, body)
    for offset, body in enumerate(extra):
        objects[90 + offset] = body
    out, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, at) for number, at in places.items())
    start = len(out)
    return (
        out
        + b"xref\n0 1\n0000000000 65535 f \n"
        + table
        + (b"trailer << /Size 100 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    )
