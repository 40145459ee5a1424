"""Numbers as they are counted in Korean, Thai and Vietnamese, and as amounts in words (ST_NumberFormat, 17.18.59)."""

from __future__ import annotations

from pipeline.render.read.numberwords import cardinal

_KOREAN = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"]
_KOREAN_TENS = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
_THAI = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
_THAI_UNITS = ("แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "")
_VIETNAMESE = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_LARGEST_THAI = 999_999


def korean_legal(number: int) -> str:
    """Return a number as it is counted in Korean (하나, 둘 …), digits beyond 99."""
    if not 0 < number < 100:
        return str(number)
    return _KOREAN_TENS[number // 10] + _KOREAN[number % 10]


def thai_counting(number: int) -> str:
    """Return a number in Thai words, digits beyond a million."""
    if not 0 < number <= _LARGEST_THAI:
        return str(number)
    text = ""
    for place, (unit, digit) in enumerate(zip(_THAI_UNITS, f"{number:06d}", strict=True)):
        value = int(digit)
        if not value:
            continue
        is_ten, is_one = unit == "สิบ", place == len(_THAI_UNITS) - 1
        if is_ten and value < 3:
            text += ("" if value == 1 else "ยี่") + unit
        else:
            text += ("เอ็ด" if is_one and value == 1 and number > 10 else _THAI[value]) + unit
    return text


def vietnamese_counting(number: int) -> str:
    """Return a number in Vietnamese words, digits beyond 99."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _VIETNAMESE[ones]
    begin = "mười" if tens == 1 else f"{_VIETNAMESE[tens]} mươi"
    end = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _VIETNAMESE[ones])
    return f"{begin} {end}" if ones else begin


def dollars(number: int, _language: str) -> str:
    """Return an amount in English words, as on a cheque."""
    return f"{cardinal(number, 'en')} and 00/100"
