"""Pages that hold no job are told from job descriptions, however short those are. All texts are written for the tests."""

from pathlib import Path

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.analysis.job_signs import holds_a_job
from jdrewrite.analysis.sections import label_statements
from jdrewrite.analysis.statements import cut, texts_of
from jdrewrite.documents import read
from jdrewrite.errors import NoJob

MENU = "Skip to Main Content\n\nDepartments\n\nServices\n\nHow Do I...\n\nBoard Members\n\nPay a Bill\n\nReport a Problem\n\nMaps\n\nNews\n\nContact Us\n"
PAGES = {
    "duties of a visitor": "Town hall\n\nDuties\n\nCustoms duties are paid at the harbour.\n\n"
    + "\n\n".join(f"Counter {n} is open from nine to five on working days." for n in range(20)) + "\n",
    "error": "404\n\nPage not found\n\nThe page you asked for could not be found. It may have been moved.\n\nReturn to the home page.\n",
    "error in a menu": MENU + "\nAn error has occurred in this application.\n\nWe apologise for it.\n",
    "menu": MENU,
    "languages": "Select Language Danish Dutch French Gaelic German Greek\n\nPowered by Translate\n",
    "error among other pages": MENU + "\n\nOur browser version is not supported\n\n" + "\n\n".join(f"Plan and track {n} projects with your team" for n in ("small", "large", "new", "old", "big", "slow", "fast", "late"))
    + "\n\n" + "\n\n".join(f"{n} solutions" for n in ("School", "Retail", "Media", "Sales", "Health", "Finance", "Legal", "Product", "Design", "Event", "Travel", "Farm", "Church", "Club", "Harbour", "Museum", "Court", "Police", "Bank", "Shop", "Hotel", "Kitchen", "Garden", "Forest")) + "\n",
    "benefits": "Employee benefits\n\nWe offer a generous benefits package.\n\n- Health, dental and vision insurance\n- Paid leave of 25 days\n"
    "- A pension plan\n- Tuition reimbursement\n- Free parking\n\nQuestions about our benefits? Contact us.\n",
    "how to apply": "Apply for a career with us\n\nSign in or register in our career portal.\n\n- Enter keywords for job titles\n"
    "- Click \"save search\"\n- Upload your resume inside the online application\n\nA recruiter will contact you before the next step.\n\n"
    "Your employment application must be complete.\n\nCall us if the application form does not open.\n",
    "department": "Human Resources\n\nThe department helps all other departments of the town.\n\nBenefits administers insurance and pensions of the staff.\n\n"
    "Recruitment offers fair and open selection to departments.\n\nPayroll is open from nine to five.\n\nRecords keeps the files of the staff.\n\nOffice hours\n\nDirections\n",
    "praise": "Employee of the Month\n\nWe recognise a colleague of the town library this month.\n\nShe answers every question with patience and helps her team.\n\n"
    "Her ability to listen is known to all.\n\nShe manages the desk and trains new staff.\n\nHer colleagues describe her as kind.\n\nNominate somebody\n\nPast winners\n",
}  # fmt: skip
_RULES = (
    "\n\nSALARY\n\nPaid by the month.\n\nWHERE TO APPLY\n\n"
    + "\n\n".join(f"Applications will only be accepted on-line until day {n} of the month." for n in range(40))
    + "\n\nNOTICE\n\nThe town does not discriminate on the basis of disability.\n"
)
JOBS = {
    "bulletin of rules": f"LOCK KEEPER\n\nDUTIES\n\nA Lock Keeper opens the gates for boats and greases the machines.{_RULES}",
    "bulletin with circumstances": "LOCK KEEPER\n\nDUTIES\n\nUnder general supervision, opens the gates for boats, keeps the "
    f"log and greases the machines.{_RULES}",
    "one line": "Answer calls from guests and book their rooms.\n",
    "one paragraph": "The lock keeper opens the gates for boats, keeps the log, greases the machines and tells crews about the tide. "
    "The lock keeper reports damage and calls the harbour when the water is high.\n",
    "sought in one paragraph": "Night Porter - Hotel Lakeview\n\nWe are looking for a Night Porter for the winter. The Night Porter works "
    "from 22:45 to 7:15, checks in late arrivals and walks the fire round at 1:00. Good German is required. A room can be arranged for 480 a "
    "month. The hotel has ninety beds. Please send your application to the direction.\n",
    "only requirements": "Data Engineer\n\nRequirements\n\n- Python\n- SQL\n- Airflow\n- Three years in a data team\n- Plain English\n- Patience\n",
    "short duties": "Waiter\n\n- Serve guests.\n- Clear tables.\n- Take orders.\n",
    "behind a menu": MENU + "\nLock Keeper\n\nYou will open the gates for boats and keep the log.\n\nYou will tell crews about the tide.\n\n"
    "Grease the machines of both gates each week.\n\nKnowledge of small boats.\n",
    "a letter in paragraphs": "Lock keeper at Upper Weir\n\nThe trust was set up by boat clubs in 1952. It owns eleven locks, some of them older than the town.\n\n"
    "We would like somebody who knows the river. The new keeper will open the gates, keep the log and grease the machines.\n\n"
    "The cottage has three rooms and a garden. Wages are \u20ac31,000, and the winter is quiet. The bus stops twice a day.\n\nRing after six.\n",
    "told to you": "The town\n\nThe harbour has forty boats. It opens at six.\n\nYou'd sit in the tower. You take calls from crews, note what they carry and tell the pilots.\n\n"
    "The tower is old, and the stairs are steep. Pay is \u00a324,000.\n\nThe harbour board meets on Mondays. The flag is green.\n",
    "of an HR page's own trade": "Benefits Specialist\n\nExplain insurance and pensions to staff of the town.\n\nEnrol new staff and keep their records.\n",
}  # fmt: skip


def opened(path: Path, text: str, name: str = "page.txt"):
    (path / name).write_text(text, encoding="utf-8")
    return read(str(path / name))


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_without_a_job_is_declined(kind: str, tmp_path: Path) -> None:
    with pytest.raises(NoJob, match="no duties found in it"):
        analyse(opened(tmp_path, PAGES[kind], "01-lock-keeper.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "Shopping list\n\n- milk\n- bread\n- eggs\n- washing powder\n",
        "Notes of the meeting\n\nWe talked about the summer party.\n\nThe printer is broken again.\n",
        "Minutes\n\nPresent: Anna, Ben, Carla\n\nThe new server came on Thursday.\n\nSales were down in May.\n\nThe fair was loud.\n\n"
        "Forty people came by.\n\nThe next meeting is in June.\n\nWe closed at noon.\n\nLunch was cold.\n",
    ],
    ids=["list", "notes", "minutes"],
)
def test_a_few_lines_without_a_job_are_declined_until_somebody_names_the_job(text: str, tmp_path: Path) -> None:
    notes = opened(tmp_path, text, "notes.txt")
    with pytest.raises(NoJob, match=r"does not read as a job description; leave it out .*--title"):
        analyse(notes)
    assert analyse(notes.titled("Lock keeper")).statements


ERRANDS = {
    "sentences": "Buy milk. Call the plumber about the tap. Book flights to Rome for June. Pay the electricity bill.\n",
    "bullets": "Weekend list\n\n- Buy milk.\n- Call the plumber about the tap.\n- Clean the gutters.\n- Book flights to Rome.\n",
    "of an office": "Monday\n\n- Send Sara the slides.\n- Finish the report by Friday.\n- Call back Mr Jones today.\n- Order toner.\n",
    "under its name": "# To do\n\n- call Anna\n- order paper\n- book room four\n",
    "things to do": "Things to do this week\n\n- Check the lights.\n- Order toner.\n- Answer Ben.\n",
    "many": "".join(f"- Call shop {number} tomorrow about the order.\n" for number in range(12)),
}


@pytest.mark.parametrize("kind", ERRANDS)
def test_a_list_of_things_to_do_once_is_no_job(kind: str, tmp_path: Path) -> None:
    with pytest.raises(NoJob, match="no duties found in it"):
        analyse(opened(tmp_path, ERRANDS[kind], "notes.txt"))
    analyse(opened(tmp_path, ERRANDS[kind], "notes.txt").titled("Caretaker"))


@pytest.mark.parametrize(
    "text",
    [
        "Housekeeper\n\n- Clean the bathroom each day.\n- Wash the dishes.\n- Walk the dog.\n- Buy groceries.\n",
        "Clean guest rooms. Wash bed linen. Empty the bins. Report broken taps. Restock towels.\n",
        "To do the books well is the job. Enter bills each day. Send bills on Fridays. Answer calls from customers.\n",
        "Close the books by the fifth of each month. Send bills on Fridays. Call accounts that are past due by Friday.\n",
    ],
    ids=["title", "cleaning", "a sentence", "dates"],
)
def test_a_job_of_acts_alone_is_no_list_of_errands(text: str, tmp_path: Path) -> None:
    assert analyse(opened(tmp_path, text, "page.txt")).statements


@pytest.mark.parametrize("kind", JOBS)
def test_a_job_is_read_however_short_it_is(kind: str, tmp_path: Path) -> None:
    assert analyse(opened(tmp_path, JOBS[kind])).statements


def test_what_the_user_has_changed_is_read_on(tmp_path: Path) -> None:
    served = analyse(opened(tmp_path, JOBS["one line"])).customer_word
    assert analyse(opened(tmp_path, PAGES["benefits"]), served=served).statements


@pytest.mark.shared
def test_no_real_job_description_is_declined(shared: Path) -> None:
    declined = []
    for path in sorted((shared / "jds").rglob("*.md"))[::3]:
        document = read(str(path))
        cuts = cut(document)
        sections = label_statements(document.blocks, [spans for _, spans in cuts], document.title)
        if not holds_a_job(document.title, texts_of(cuts), sections):
            declined.append(path.name)
    assert not declined
