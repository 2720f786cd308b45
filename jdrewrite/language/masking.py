"""Masks personal data in a text: e-mail addresses, cards, accounts, phones, long numbers, and names as far as possible.

What has a form is found by its form. Names are found by what stands before them ("my name is", "Mr", "regards"), by a
list of first names, and by the model's entity recogniser where a word has a capital that does not only open a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from jdrewrite.language.naming import by_list, is_name, is_ordinary

if TYPE_CHECKING:
    from spacy.language import Language

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_SPACE = r"[^\S\r\n]"
_DASH = r"\-\u2010-\u2015\u2212"
_IBAN = re.compile(
    rf"(?ai:\b[a-z]{{2}}\d{{2}}(?:[ \u00a0{_DASH}]?[a-z\d]{{4}}){{2,7}}(?:[ \u00a0{_DASH}]?[a-z\d]{{1,3}})?\b)"
)
_IBAN_LEAST = 15
_PARTED = rf"{_SPACE}?[()/.{_DASH}]{{0,2}}{_SPACE}?"
"""What stands between the digits of one number, as people type it and as Word does, which makes dashes long."""
_MONTH, _DATE, _YEAR = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])", r"(?:19|20)\d\d"
_DAY = (
    rf"(?<!\d)(?<!\d[{_DASH}/.])(?:{_YEAR}[-/.]{_MONTH}[-/.]{_DATE}(?![-/.]?\d)"
    rf"|(?:{_MONTH}[-/.]{_DATE}|{_DATE}[-/.]{_MONTH})[-/.](?:{_YEAR}(?![-/.]?\d)|\d\d(?!{_PARTED}\d)))"
)
_THOUSANDS = r"(?<!\d)(?<!\d,)\d{1,3}(?:,\d{3})+(?:\.\d\d?)?(?!,?\d)"
_DIGITS = re.compile(
    rf"{_DAY}|{_THOUSANDS}|(?P<number>(?<!\d)\+?(?:\((?=[\d ]{{1,6}}\)))?\d(?:{_PARTED}(?!{_DAY})\d){{5,}})"
)
"""Digits that belong together; a day and an amount with commas are found first, so that none of them is a number."""
_HANDLE = re.compile(r"(?<![\w@])@\w{2,30}\b")
_MONEY = re.compile(r"(?:[$£€¥]|\b(?:USD|EUR|GBP)) ?$")
_AMOUNT = re.compile(r"\d{1,7}\.\d{1,2}")
_SUM = r"(?:\d{1,9}|\d{1,3}(?:[ .\u00a0]\d{3}){1,3})(?:\.\d\d?)?"
_SUMS = re.compile(rf"{_SUM}(?: ?[{_DASH}] ?{_SUM})?")
_YEARS = re.compile(rf"{_YEAR}{_SPACE}?[/{_DASH}]{_SPACE}?{_YEAR}")
_SOCIAL = re.compile(rf"\d{{3}}[ {_DASH}]\d\d[ {_DASH}]\d{{4}}")
"""The number under which people are insured in the United States, which is parted as no telephone number is."""
_NAME = r"[A-Z][\w'’-]+(?: (?:(?:van|von|de|der|bin|al) )?[A-Z][\w'’-]+){0,2}"
_TITLED = re.compile(rf"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )({_NAME})")
_TITLED_LOW = re.compile(
    r"(?<!\bthe )(?<!\bmy )(?<!\bour )(?<!\bhis )(?<!\bher )(?<!\byour )(?<!\ba )"
    r"\b((?:mr|mrs|ms|mx|dr|prof)\. |(?:mr|mrs|ms) )([a-z][\w'’-]+)"
)
"""A title in small letters, as people type: "tell dr. lee"; "dr" alone is a drive, behind "my dr." stands no name."""
_NO_LOW_NAMES = frozenset(
    "is was has had will would did does can could and or but who that which for about with at on in to of from by as "
    "when where while because so then again never always just also not no came went took gave got made put saw left "
    "it he she they we you if after before until told said says tells".split()
)
_CUED = re.compile(
    r"\b((?i:my name is|my name's|name is|this is|i am called|called|named|spoke (?:to|with)|talked to|thanks to|dear|"
    rf"(?:kind |best |warm )?regards,?|sincerely,?|yours,?|signed,?|agent|colleague|adviser|advisor) )({_NAME})"
)
_SAID = re.compile(r"\b((?i:my name is|my name's) )(\w[\w'’-]+(?: \w[\w'’-]+)?)")
_NO_NAMES = frozenset(
    "Visa Mastercard Apple Google Pay Bank Customer Service Team Support Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April May June July August September October November December Sir Madam "
    "The This That It He She They We You Your Our My Please What Why How When Where Is Are Do Does Can Could Hi Hello "
    "English Euro Euros Dollar Dollars Christmas Easter ATM PIN App Swift SEPA Top Help Thanks Thank Dear".split()
)
_INNER_CAPITAL = re.compile(r"(?<=[\w,;] )[A-Z][a-z]+|^[A-Z][a-z]+ [A-Z][a-z]+")
BATCH = 64


def masked(texts: Sequence[str]) -> list[str]:
    """Return the texts with personal data masked, in order.

    Args:
        texts: as they came in.

    Raises:
        ModelMissing: the model is not installed.
    """
    plain = [_by_form(text) for text in texts]
    asked = [i for i, text in enumerate(plain) if _may_name(text)]
    if asked:
        for i, doc in zip(asked, _recogniser().pipe((plain[i] for i in asked), batch_size=BATCH), strict=True):
            for entity in reversed(doc.ents):
                if entity.label_ == "PERSON" and _is_name(plain[i], entity.start_char, entity.end_char):
                    plain[i] = plain[i][: entity.start_char] + "[name]" + plain[i][entity.end_char :]
    return [re.sub(r"\[name\](?: \[name\])+", "[name]", text) for text in plain]


def _by_form(text: str) -> str:
    text = _EMAIL.sub("[e-mail]", text)
    text = _IBAN.sub(_account, text)
    text = _DIGITS.sub(_number, text)
    text = _HANDLE.sub("[name]", text)
    text = _TITLED.sub(r"\1[name]", text)
    text = _TITLED_LOW.sub(lambda m: m[0] if m[2] in _NO_LOW_NAMES or is_ordinary(m[2]) else f"{m[1]}[name]", text)
    text = _CUED.sub(lambda m: m[0] if m[2].split()[0] in _NO_NAMES else f"{m[1]}[name]", text)
    text = _SAID.sub(r"\1[name]", text)
    for start, end in reversed(by_list(text)):
        text = f"{text[:start]}[name]{text[end:]}"
    return text


def _account(found: re.Match[str]) -> str:
    """Return what stands for an account: in small letters only where its check digits fit, so that no word is one."""
    words = found.group()
    for end in (m.end() for m in reversed(list(re.finditer(r"[^\W_]+", words)))):
        digits = re.sub(r"[\W_]", "", words[:end])
        if len(digits) >= _IBAN_LEAST and int("".join(str(int(c, 36)) for c in digits[4:] + digits[:4])) % 97 == 1:
            return f"[account]{words[end:]}"
    return "[account]" if words.isupper() else words


def _number(found: re.Match[str]) -> str:
    """Return what stands for a long number: a card where its check digit fits; a day or an amount stays as it is."""
    words = found.group()
    if found["number"] is None or _AMOUNT.fullmatch(words) or _YEARS.fullmatch(words):
        return words
    if _SUMS.fullmatch(words) and _MONEY.search(found.string[max(0, found.start() - 5) : found.start()]):
        return words
    digits = re.sub(r"\D", "", words)
    if 13 <= len(digits) <= 19 and _luhn(digits):
        return "[card]"
    if _SOCIAL.fullmatch(words):
        return "[number]"
    spoken = words.startswith("0") or not words.isdigit()
    return "[phone]" if spoken and 7 <= len(digits) <= 15 else "[number]"


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _may_name(text: str) -> bool:
    return any(word not in _NO_NAMES for found in _INNER_CAPITAL.findall(text) for word in found.split())


def _is_name(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return "[" not in words and not _NO_NAMES.intersection(words.split()) and is_name(text, start, end)


@cache
def _recogniser() -> Language:
    """Return the model with its entity recogniser alone, which finds names."""
    from jdrewrite.language.model import default_model, pipeline

    pipeline()  # raises what is to be told where the model is missing
    import spacy

    others = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
    return spacy.load(default_model(), exclude=others)
