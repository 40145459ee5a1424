"""Languages that a page may name: those of ISO 639-1, and the few of ISO 639-2 and -3 that Swedish papers use."""

from __future__ import annotations

import re

_TWO = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_THREE = "fit fil haw prs rmf rmn rmo rmu rom rmy sma sme smj smn sms sje sju ckb kmr tig yue cmn swg nds"
_KNOWN = frozenset((_TWO + " " + _THREE).split())
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")


def known_language(tag: str) -> str:
    """Return the tag where it names a language that readers' programs know, in plain form, else ""."""
    found = _TAG.match(tag)
    return found[0] if found and primary(found[0]) in _KNOWN else ""


def primary(tag: str) -> str:
    """Return the language of a tag, without script and region: a voice is chosen by it."""
    return tag.partition("-")[0].lower()
