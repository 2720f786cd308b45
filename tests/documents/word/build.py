"""Hand-made Word files: a package around a few paragraphs of markup."""

import io
import zipfile

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W_NS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{KIND}.document.main+xml"
ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "settings": "settings",
}
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0000FF"/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/></w:lvl>'
        for n, (kind, sign) in enumerate([("bullet", "•"), ("decimal", "%2."), ("lowerLetter", "%3)")])
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def r(text: str, dress: str = "") -> str:
    inside = f"<w:rPr>{dress}</w:rPr>" if dress else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", more: str = "", level: int | None = None) -> str:
    """A paragraph; runs that are plain words become runs."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        own += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    own += more
    return (
        f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{''.join(x if x.startswith('<') else r(x) for x in runs)}</w:p>"
    )


def table(*rows: list[str]) -> str:
    width = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{width}{c}</w:tc>" for c in row) + "</w:tr>" for row in rows)
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in rows[0])
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>'


def by(tag: str, inside: str, author: str = "Ann", number: int = 900) -> str:
    return f'<w:{tag} w:id="{number}" w:author="{author}" w:date="2026-01-01T00:00:00Z">{inside}</w:{tag}>'


def box(*paragraphs: str) -> str:
    """A run with a text box, in the two copies that Word writes."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="900000"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="900000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f'<w:pict><v:shape id="s1" type="#_x0000_t202" style="width:150pt;height:70pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def word(*body: str, main: str = MAIN, links: str = "", **parts: str) -> bytes:
    """A Word file.

    Args:
        body: markup of the paragraphs and tables.
        main: content type of the main part.
        links: more relationships of the main part.
        parts: markup of ``header``, ``footer``, ``footnotes``, ``endnotes`` or ``comments``.
    """
    files = {
        "word/styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>",
    }
    files |= {
        f"word/{kind}.xml": f"<w:{ROOTS[kind]} {NAMES}>{inside}</w:{ROOTS[kind]}>" for kind, inside in parts.items()
    }
    kinds = ["styles", "numbering", *parts]
    ends = "".join(
        f'<w:{k}Reference w:type="default" r:id="r{kinds.index(k)}"/>' for k in ("header", "footer") if k in parts
    )
    files["word/document.xml"] = (
        f"<w:document {NAMES}><w:body>{''.join(body)}<w:sectPr>{ends}</w:sectPr></w:body></w:document>"
    )
    rels = "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/{k}" Target="{k}.xml"/>' for n, k in enumerate(kinds))
    space = "http://schemas.openxmlformats.org/package/2006"
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{space}/relationships">{rels}{links}</Relationships>'
    )
    top = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = f'<Relationships xmlns="{space}/relationships">{top}</Relationships>'
    types = "".join(f'<Override PartName="/word/{k}.xml" ContentType="{KIND}.{k}+xml"/>' for k in kinds)
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{space}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>'
    )
    return packed(files)


def packed(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in ["[Content_Types].xml", *(n for n in files if n != "[Content_Types].xml")]:
            if name in files:
                made.writestr(name, files[name])
    return out.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)
