"""The template of the decision document."""

from __future__ import annotations

from mallbyggstenar import first_header, next_header, section, tag, text
from typografi import Typography

from pipeline.compose.xml import Element, element


def decision(t: Typography) -> tuple[Element, dict[str, Element]]:
    """Return the body and the headers by relationship id."""
    headers = {
        "rId21": first_header(),
        "rId22": next_header("{{ ärende.nämnd }}\t{{ ärende.datum }}\t{{ ärende.diarienummer }}"),
    }
    body = element(
        "w:body",
        text("Arendeuppgift", "Datum\t{{ ärende.datum }}"),
        text("Arendeuppgift", "{{ ord.diarienummer }}\t{{ ärende.diarienummer }}"),
        tag("{%p if ärende.handläggare %}"),
        text("Arendeuppgift", "Handläggare\t{{ ärende.handläggare }}"),
        tag("{%p endif %}"),
        text("Mottagandenamnd", "{{ ärende.nämnd }}"),
        text("Title", "{{ ärende.titel }}"),
        text("Heading1", "Förslag till beslut"),
        tag("{{p ärende.förslag_till_beslut }}"),
        tag("{%p for avsnitt in ärende.avsnitt %}"),
        tag("{{p avsnitt.rubrik }}"),
        tag("{{p avsnitt.text }}"),
        tag("{%p endfor %}"),
        tag("{%p if ärende.sekretess %}"),
        text("Heading1", "Sekretess"),
        text("BodyText", "{{ ärende.sekretess }}"),
        tag("{%p endif %}"),
        *_ending(),
        section(t, {"first": "rId21", "default": "rId22"}, first_differs=True),
    )
    return body, headers


def _ending() -> list[Element]:
    return [
        tag("{%p if ärende.mottagare %}"),
        text("Heading1", "Beslutet skickas till"),
        tag("{%p for mottagare in ärende.mottagare %}"),
        text("ListBullet", "{{ mottagare.namn }}{% if mottagare.syfte %}, {{ mottagare.syfte }}{% endif %}"),
        tag("{%p endfor %}"),
        tag("{%p endif %}"),
        text("Forvaltning", "{{ ärende.förvaltning|upper }}"),
        tag("{%p for undertecknare in ärende.undertecknare %}"),
        text("Undertecknare", "{{ undertecknare.namn }}"),
        text("Undertecknarestitel", "{{ undertecknare.titel }}"),
        tag("{%p endfor %}"),
        text("Heading2", "Bilagor"),
        text("BodyText", "{{ ärende.bilaga.namn }}: {{ ärende.bilaga.titel }}"),
    ]
