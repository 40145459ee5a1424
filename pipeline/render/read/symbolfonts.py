"""The encodings of symbol fonts: which Unicode character each code stands for.

Where the exact character is in no font of the program, the nearest that is stands for it, so that it can be seen.
"""

from __future__ import annotations

from collections.abc import Mapping

_FIRST = 0x20
_NEAREST = str.maketrans("⏐⎯⌛✋ॐ⬧⬥⍓⓪⓿⌖⟡⛒⏮⏭⛟⛱⛴⛔❎❓❗⚽⚾⛅⤒⤓⎋", "│─◷☝✽♦◆▣00⊕✧☒«»▣☂⚓⊖☒?!●●☁↥↧⊗")


def _table(*rows: str) -> Mapping[int, str]:
    """Return codes from U+0020 on with their characters; a full stop where a code has none."""
    characters = "".join(rows).replace("\n", "")
    return {_FIRST + at: sign for at, sign in enumerate(characters.translate(_NEAREST)) if sign != "."}


# Adobe's encoding of Symbol, row by row of sixteen.
SYMBOL = {
    **_table(
        " !∀#∃%&∋()∗+,−.∕",
        "0123456789:;<=>?",
        "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ",
        "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
        "‾αβχδεφγηιϕκλμνο",
        "πθρστυϖωξψζ{|}∼.",
        "................",
        "................",
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓",
        "°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
        "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉",
        "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
        "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
        ".〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭.",
    ),
    0x2E: ".",
    0x2F: "/",
    0xE1: "⟨",
    0xF1: "⟩",
}
WINGDINGS = _table(
    " ✎✂✁☌☏☷✧☎✆✉✉✉✉✉✉",
    "▭▭▤▤▤▥⌛⌨▣◉▣▣▣▣✇✍",
    "✎✌☝☝☟☜☞☝☟✋☺☻☹✹☠⚐",
    "⚑✈☼☂❄✝✞✟✠✡☪☯ॐ☸♈♉",
    "♊♋♌♍♎♏♐♑♒♓&&●❍■□",
    "◻❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞▯",
    "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹",
    "❺❻❼❽❾❿❧☙☙❧❧☙☙❧·•",
    "▪○○○◉◎○▪◻▲✦★✶✴✹✵",
    "⌖⌖⟡⌑◈✪✰◷◷◷◷◷◷◷◷◷",
    "◷◷◷↵↳↰↱↲↳↴↵❧❧☙☙❧",
    "❧☙☙❧❧⌫⌦➢➢➢➢➲➲➲➲←",
    "→↑↓↖↗↙↘⇐➔⇑⇓⇖⇗⇙⇘⇦",
    "⇨⇧⇩⇔⇕⬀⬁⬃⬂▭▫✗✓☒☑⊞",
)
WINGDINGS_2 = _table(
    " ✒✒✎✏✐✂✁✆☎☏▤▤▤▤▤",
    "▤▤▤▤▥▥▥▥▥▥⌨▣▣▣▣▣",
    "☜☞☝☟☝☟☚☛☜☞☜☞☝☟✋✗",
    "✓☒☑☒⊗⊗⊘⊘&&&&‽“”„",
    "‟†‡§¶❧☙❧☙⓪①②③④⑤⑥",
    "⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿.",
    "☉○☽☾¶✝✞◷◷◷◷◷◷◷◷◷",
    "◷◷◷··•●●○○◉◎◉▪■■",
    "■■□□◻▣▣▣▣◆◆◆◇◇◈◆",
    "◊◊◊✦✦✦⧫⧫✚✚✚✖✖✖✱✱",
    "✱✻✻✻✳✳★★☆✶✶✴✴✹✹✦",
    "✧★☆✪✯✰✱✲✷✸✺✼※⁂⁎⁑",
    "⁕⁜※❉❊❋✢✣✤✥⊕⊗⊙⊚⊛⊜",
    "◌◍◎◐◑◒◓◔◕◖◗◘◙◚◛◦",
)
WINGDINGS_3 = _table(
    " ←→↑↓↖↗↙↘⇤⇥⤒⤓↖↗↙",
    "↘↔↕↜↝↟↡↯↵↳↰↱↲↳↴↵",
    "↶↷↺↻⇄⇆⇅⇵⇆⇄⇅⇵⇇⇈⇉⇊",
    "↻↺⎋⌤⌃⌥␣⍽⇪↵←→↑↓⇐⇒",
    "⇑⇓⇖⇗⇙⇘⇦⇨←→↑↓↖↗↙↘",
    "▲▼△▽◀▶◁▷◣◢◤◥◂▸▴.",
    "▾▲▼◀▶⊲⊳▵▿◃▹▴▾◂▸▴",
    "▾◂▸◅▻△▽◁▷▲▼◀▶➔➔➔",
    "➔➔➔➔➔➔➔➔➔➔➔➔➔➔➔➔",
    "➔➔➔➔➔➔➔➔➔➔➔➔➔➔➔➔",
    "➢➢➢➢➣➣➤➤➥➦➧➨➩➪➫➬",
    "➭➮➯➱➲➳➴➵➶➷➸➹➺➻➼➽",
    "➾⇠⇢⇡⇣⟵⟶⟷⇦⇨⇧⇩⬄⇳⇖⇗",
    "⇙⇘←→↑↓.........↔",
)
WEBDINGS = _table(
    " ✹☂♛☌⛁★✪⛒⌖⚑▤▤⌂⌂⌂",
    "⌂⌂⚙◀▶▲▼«»⏮⏭‖■●¶✈",
    "⌂☀☂☁☂❄✈⛟✉☎⚓⌂☠♠♣♥",
    "♦⚥⚤♿⚘✝⌧⛱⛴♥☼☻✚⚕✜☝",
    "✆✔⚖□☎ℹ⛔■✈✈❎⛟✖☎●✇",
    "▤▣✖♀♂⚭❓❗✚✉ℵ‖⚐❢❣≈",
    "☎✉✇☎⚙▣⌨♪♫✇♿☽☾☼★✰",
    "☀☁☂☔⚡❄❅❆☄♒☃☯⌛◷⚐⚑",
    "⚠✂✎✐✏✒▤▥▦▧▨▩▣◫▭▢",
    "⚽⚾♔♕♖♗♘♙♚♛♜♝♞♟⚀⚁",
    "⚂⚃⚄⚅☀☼☁☂⛅☔☃❄⚡♨☕✿",
    "❀❁❂❃❋✾☘♠♣♥♦♧♡♢☺☻",
    "☹☠☮☯☪☭✝✞✟☦☧☨☩☬☸☫",
    "⌂⚒⚔⚗⚙⚛⚜⚚☤⚕❦❧☙✂✈✉",
)
DINGBATS = {
    **{code: chr(0x2701 + code - 0x21) for code in range(0x21, 0x7F)},
    **dict(zip((0x25, 0x2A, 0x2B, 0x48, 0x6C, 0x6E, 0x73, 0x74, 0x75, 0x77), "☎☛☞★●■▲▼◆◗", strict=True)),
    **{code: chr(0x2761 + code - 0xA1) for code in range(0xA1, 0xA8)},
    **dict(zip(range(0xA8, 0xAC), "♣♦♥♠", strict=True)),
    **{code: chr(0x2460 + code - 0xAC) for code in range(0xAC, 0xB6)},
    **{code: chr(0x2776 + code - 0xB6) for code in range(0xB6, 0xD5)},
    **dict(zip(range(0xD5, 0xD8), "→↔↕", strict=True)),
    **{code: chr(0x2798 + code - 0xD8) for code in range(0xD8, 0xFF) if code != 0xF0},
}
FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": SYMBOL,
    "symbol mt": SYMBOL,
    "symbolps": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": WINGDINGS_3,
    "webdings": WEBDINGS,
    "zapfdingbats": DINGBATS,
    "zapf dingbats": DINGBATS,
    "itc zapf dingbats": DINGBATS,
    "monotype sorts": DINGBATS,
}
