"""The order that the schema of WordprocessingML asks of the elements which the writer makes or touches (Annex A)."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SEQUENCES = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split(),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ).split(),
}
"""Children in their one possible order."""
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr"}
"""Properties come before all content."""
RUN_LEVEL = set(
    "r ins del moveFrom moveTo sdt hyperlink fldSimple smartTag customXml bookmarkStart bookmarkEnd proofErr "
    "commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd permStart permEnd".split()
)
INSIDE = {
    "ins": RUN_LEVEL - {"hyperlink", "fldSimple"},
    "del": RUN_LEVEL - {"hyperlink", "fldSimple", "ins"},
    "p": RUN_LEVEL | {"pPr"},
    "hyperlink": RUN_LEVEL,
}
"""What may stand in an element; a deletion has no text of its own kind that is not deleted."""


def faults(root: etree._Element) -> list[str]:
    """What is out of order, by the path of the element."""
    found = []
    for element in root.iter(*(f"{W}{name}" for name in {*SEQUENCES, *FIRST, *INSIDE})):
        name = element.tag.removeprefix(W)
        children = [child.tag.removeprefix(W) for child in element if isinstance(child.tag, str)]
        where = root.getroottree().getpath(element)
        known = [child for child in children if child in SEQUENCES.get(name, ())]
        order = [SEQUENCES[name].index(child) for child in known] if name in SEQUENCES else []
        if order != sorted(order) or len(set(order)) != len(order):
            found.append(f"{where}: {children}")
        if name in FIRST and FIRST[name] in children[1:]:
            found.append(f"{where}: {FIRST[name]} is not first")
        is_mark = name in {"ins", "del"} and element.getparent().tag in {f"{W}rPr", f"{W}trPr"}
        if name in INSIDE and not is_mark and (strange := [c for c in children if c not in INSIDE[name]]):
            found.append(f"{where}: holds {strange}")
        if is_mark and children:
            found.append(f"{where}: a mark of an end holds {children}")
    wrong = [
        leaf for leaf in root.iter(f"{W}t", f"{W}instrText") if next(leaf.iterancestors(f"{W}del"), None) is not None
    ]
    found += [f"{root.getroottree().getpath(leaf)}: not deleted text in a deletion" for leaf in wrong]
    loose = [
        leaf for leaf in root.iter(f"{W}delText") if next(leaf.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None
    ]
    return found + [f"{root.getroottree().getpath(leaf)}: deleted text outside of a deletion" for leaf in loose]
