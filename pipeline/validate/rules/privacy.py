"""Personal data and secrecy: what must not be published by mistake. No finding shows the data itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import scan
from pipeline.validate.personal import Personal, masked, personal_in
from pipeline.validate.rule import Rule

_PEOPLE = re.compile(
    r"^(?:person(?:er)?|barn|elev(?:er)?|klient(?:er)?|brukare|patient(?:er)?|ungdom(?:ar)?|anställda|medarbetare|"
    r"kvinn(?:a|or)|m[aä]n|flick(?:a|or)|pojk(?:e|ar)|hushåll|famil(?:j|jer)|individ(?:er)?)\b",
    re.IGNORECASE,
)
_DELICATE = re.compile(
    r"\b(?:sjuk(?!husreg)\w*|diagnos\w*|funktionsneds\w*|missbruk\w*|beroendeproblem\w*|våld\w*|hot(?:ad|ade|as)\b|"
    r"skyddad\w*|asyl\w*|psykisk\w*|självmord\w*|suicid\w*|anmäl(?:d|da|ts)\b|polisanmäl\w*|avsked\w*|uppsagd\w*|"
    r"ekonomiskt bistånd|försörjningsstöd\w*|placera(?:d|de|ts)\b|omhändertag\w*|LVU|LVM|LSS)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"\b(?:sekretess(?:belagd\w*|belägg\w*|mark\w*|skydd\w*)?|hemligstämpl\w*|skyddad identitet|"
    r"skyddade personuppgifter|säkerhetsskyddsklass\w*)\b",
    re.IGNORECASE,
)
_CODES = {Personal.IDENTITY: "VAL600", Personal.PHONE: "VAL601", Personal.MAIL: "VAL602"}


def no_personal_data_is_published(facts: Facts) -> Iterator[Finding]:
    """No identity number, telephone number or mail address stands in the prose."""
    for line in facts.lines:
        for spot in personal_in(line.text):
            fact = f"i texten står ett {spot.kind.value}"
            if spot.kind is Personal.MAIL:
                fact = "i texten står en e-postadress"
            yield finding(_CODES[spot.kind], fact, line.origin, excerpt=masked(line.text))


def no_group_is_so_small_that_it_is_known_again(facts: Facts) -> Iterator[Finding]:
    """Few people with something delicate about them can be known again."""
    for line in facts.lines:
        if line.is_heading or not _DELICATE.search(line.text):
            continue
        for mention in scan(line.text):
            counted = mention.unit.noun or line.text[mention.end :].strip()
            small = (
                mention.kind is Kind.NUMBER
                and 0 < mention.value < facts.profile.limits.group
                and mention.value % 1 == Decimal(0)
            )
            if small and _PEOPLE.match(counted):
                fact = f'"{mention.text}" är så få att de kan kännas igen, och meningen säger något känsligt om dem'
                yield finding("VAL603", fact, line.origin, excerpt=masked(line.text))


def no_secret_is_published(facts: Facts) -> Iterator[Finding]:
    """A text that speaks of secrecy is read once more before it is published."""
    if facts.case.secrecy is not None:
        return
    for line in facts.lines:
        found = _SECRET.search(line.text)
        if found:
            fact = f'texten nämner "{found.group()}" men ärendet har ingen sekretess angiven'
            yield finding("VAL604", fact, line.origin, excerpt=masked(line.text))


RULES: tuple[Rule, ...] = (
    no_personal_data_is_published,
    no_group_is_so_small_that_it_is_known_again,
    no_secret_is_published,
)
