"""Word files that are hard to change without harm, one for each thing that real files hold."""

from tests.documents.word.build import box, by, p, r, table, word

BOLD, LINK = "<w:b/>", '<w:rStyle w:val="Link"/><w:u w:val="single"/>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF team </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
ANCHOR = '<w:hyperlink w:anchor="team" w:history="1">{}</w:hyperlink>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{p("Bills go to every customer by post.")}</w:footnote>'
)
COMMENT = f'<w:comment w:id="7" w:author="Ann" w:initials="A">{p("Is this still so?")}</w:comment>'
LAST = p("We answer within a week.")


def _others() -> str:
    return (
        p(
            "Send ",
            by("del", '<w:r><w:delText xml:space="preserve">wrong </w:delText></w:r>', number=901),
            by("ins", r("correct and clear "), number=902),
            "bills to customers.",
        )
        + p(
            by("moveFrom", r("Sort the post. "), number=903),
            "Count the cash ",
            by("moveTo", r("in the morning "), number=904),
            "every day.",
        )
        + p(by("ins", r("An added line that is open."), number=907), more=f"<w:rPr>{by('ins', '', number=905)}</w:rPr>")
        + p(r("Keep the files in good order.", '<w:b/><w:rPrChange w:id="906" w:author="Ann"><w:rPr/></w:rPrChange>'))
    )


HARD = {
    "nine runs": word(
        p(
            *[
                r(x, BOLD if n in (3, 4) else "")
                for n, x in enumerate(["Se", "nd ", "every", " cor", "rect", " bill ", "to ", "the cus", "tomer."])
            ],
            style="LB",
        ),
        LAST,
    ),
    "nested lists": word(*[p(f"Count the cash of till {n} daily.", level=n) for n in (0, 1, 2, 1, 0)], LAST),
    "link inside": word(
        p("Read ", ANCHOR.format(r("the team page", LINK)), " before you send bills."),
        p("See ", ANCHOR.format(r("our customers", LINK))),
        LAST,
    ),
    "fields": word(
        p("Ask ", '<w:bookmarkStart w:id="3" w:name="team"/>', "the team", '<w:bookmarkEnd w:id="3"/>', " first."),
        p("Send bills of ", FIELD.format(r("the team")), " to customers."),
        p("Copy ", '<w:fldSimple w:instr=" REF team ">' + r("the team") + "</w:fldSimple>", " in all letters"),
        LAST,
    ),
    "tables in tables": word(
        table([p("Grade"), table([p("Pay the bills daily."), p("Sort the post.")]) + p("Seven of the staff")]),
        p("Below the table."),
    ),
    "others' changes": word(_others(), LAST),
    "others' comments": word(
        p(
            '<w:commentRangeStart w:id="7"/>',
            "Send correct",
            '<w:commentRangeEnd w:id="7"/>',
            '<w:r><w:commentReference w:id="7"/></w:r>',
            " bills to customers.",
        ),
        LAST,
        comments=COMMENT,
    ),
    "right to left": word(p(r("שלח חשבונות ללקוחות", "<w:rtl/>"), " and greet them.", more="<w:bidi/>"), LAST),
    "signs": word(
        p("Keep “smart” quotes – the customer’s own words\u00a0stay…"),
        p("Serve cus\u00adtomers\u200b well 👩\u200d💻 and 🎉 smile."),
        p(
            "Cash",
            "<w:r><w:tab/></w:r>",
            "co",
            "<w:r><w:softHyphen/></w:r>",
            "unted",
            "<w:r><w:noBreakHyphen/></w:r>",
            "twice",
        ),
        LAST,
    ),
    "controls": word(
        CONTROL.format('<w:alias w:val="Duty"/>', p("Send bills to customers.") + p("Count the cash.")),
        p("Reports to ", CONTROL.format("<w:text/>", r("the head of billing")), "."),
        CONTROL.format("<w:showingPlcHdr/>", p("Click here to enter text.")),
        CONTROL.format('<w:lock w:val="contentLocked"/>', p("This line is locked.")),
        LAST,
    ),
    "text boxes": word(p("Above the box.", box(p("Bills reach customers daily."), p("Second line of the box."))), LAST),
    "notes and headers": word(
        p("Send bills", NOTE, " to customers."),
        LAST,
        footnotes=NOTES,
        header=p("Billing Clerk of the firm"),
        footer=p("Page one of two"),
    ),
    "lines": word(
        p("Duties:", "<w:r><w:br/></w:r>", "• Send bills to customers.", "<w:r><w:br/></w:r>", "• Count the cash."),
        p("1. Sort the post", "<w:r><w:br/></w:r>", "2. Open the door"),
        LAST,
    ),
    "sections": word(
        p("The first part.", more='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'),
        p("The second part.", style="H1"),
        table([p("Cell of the table")]),
        LAST,
    ),
    "hidden": word(
        p(
            "Send bills",
            r(" secret", "<w:vanish/>"),
            " to customers.",
            '<w:bookmarkStart w:id="3" w:name="b"/>',
            " Daily.",
            '<w:bookmarkEnd w:id="3"/>',
            '<w:proofErr w:type="spellStart"/>',
        ),
        LAST,
    ),
}
