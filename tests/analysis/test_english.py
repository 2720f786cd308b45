# ruff: noqa: RUF001 - letters of other languages are the point here
import pytest

from jdrewrite.analysis.english import language_of

OTHERS = {
    "German": "Wir suchen eine Fachkraft für die Buchhaltung. Sie prüfen Rechnungen, bezahlen Lieferanten pünktlich "
    "und sprechen mit den Abteilungen. Englischkenntnisse sind von Vorteil.",
    "French": "Nous recherchons un comptable pour notre équipe à Lyon. Vous serez responsable des factures, des "
    "paiements et du suivi des clients.",
    "Spanish": "Buscamos una persona para atender a nuestros clientes por teléfono y correo. Se requiere "
    "experiencia y buen trato con la gente.",
    "Portuguese": "Procuramos um analista de contas a pagar para a nossa equipa em Lisboa. Será responsável "
    "pelos pagamentos aos fornecedores.",
    "Italian": "Cerchiamo un impiegato per la nostra sede di Milano. Si occuperà delle fatture e dei rapporti "
    "con i clienti ogni giorno.",
    "Dutch": "Wij zoeken een medewerker klantenservice voor ons kantoor in Utrecht. Je helpt klanten aan de "
    "telefoon en lost problemen op.",
    "Polish": "Szukamy specjalisty do spraw obsługi klienta w Krakowie. Będziesz odpowiadać na pytania "
    "klientów i rozwiązywać problemy.",
    "Swedish": "Vi söker en ekonomiassistent till vårt kontor i Göteborg. Du kommer att arbeta med fakturor "
    "och betalningar samt ha kontakt med kunder.",
    "Danish": "Vi søger en regnskabsassistent til vores kontor i Aarhus. Du får ansvaret for fakturaer og "
    "betalinger og har kontakt med kunderne.",
    "Turkish": "İstanbul ofisimiz için bir muhasebe uzmanı arıyoruz. Faturalardan ve ödemelerden sorumlu "
    "olacaksınız ve müşterilerle konuşacaksınız.",
    "Russian": "Мы ищем бухгалтера в нашу команду. Вы будете отвечать за счета и платежи.",
    "Ukrainian": "Ми шукаємо бухгалтера. Ви будете відповідати за рахунки, їхню перевірку.",
    "Chinese": "我们正在寻找一名会计师加入我们的团队。",
    "Japanese": "経理担当者を募集しています。",
    "Korean": "회계 담당자를 찾고 있습니다.",
    "Arabic": "نبحث عن محاسب للانضمام إلى فريقنا.",
    "Hebrew": "אנחנו מחפשים רואה חשבון לצוות שלנו.",
    "Greek": "Αναζητούμε λογιστή για την ομάδα μας.",
    "Hindi": "हम अपनी टीम के लिए एक लेखाकार की तलाश कर रहे हैं।",
    "Thai": "เรากำลังมองหานักบัญชี",
}
ENGLISH = [
    "",
    "12345 %%% 000",
    "Accounts Payable Clerk. Pay invoices.",
    "- Process vendor invoices\n- Reconcile bank statements\n- Prepare journal entries\n- Answer supplier questions",
    "Python, Django, AWS, Docker, Kubernetes, PostgreSQL, Redis, Kafka, Terraform, Jenkins, Git, React, Node",
    "José García, Müller GmbH, São Paulo, Zürich, Renée Dubois, Łódź, Kraków, Crème brûlée, Banco Santander",
    "for i in range(10): print(i)\nclass Foo(Bar): pass\nimport os, sys, re, json, math\nreturn None",
    "Forklift driver. Night shift. Warehouse Leeds. Load lorries, check stock, drive safely, keep aisles clear.",
]
FRENCH = "Nous recherchons un comptable pour notre équipe. Vous serez responsable des factures et des paiements. "
SAME_IN_ENGLISH = "We are looking for an accountant for our team. You will be in charge of invoices and payments. "


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages_are_named(name: str) -> None:
    assert (language_of(OTHERS[name]) or "").startswith(name)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_never_declined_for_names_code_or_few_words(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(("french", "english", "expected"), [(4, 1, "French"), (1, 4, None)])
def test_the_larger_part_of_a_bilingual_text_decides(french: int, english: int, expected: str | None) -> None:
    assert language_of(FRENCH * french + SAME_IN_ENGLISH * english) == expected


def test_a_long_text_is_judged_without_reading_all_of_it() -> None:
    assert language_of(FRENCH * 5000) == "French"
