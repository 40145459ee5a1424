"""Metafiles made in memory, record by record."""

from __future__ import annotations

import struct

PLACE = (0, 0, 100, 50)  # the frame of the files made here, in units of the device and in millimetres


def record(kind: int, *numbers: int, more: bytes = b"") -> bytes:
    """Return a record of an enhanced metafile."""
    data = struct.pack(f"<{len(numbers)}i", *numbers) + more
    data += b"\0" * (-len(data) % 4)
    return struct.pack("<II", kind, 8 + len(data)) + data


def emf(*records: bytes) -> bytes:
    """Return an enhanced metafile of 100 by 50 units, each a millimetre."""
    edges = (0, 0, 100, 50)
    frame = (0, 0, 10_000, 5_000)
    head = struct.pack("<4i4i", *edges, *frame) + b" EMF" + struct.pack("<I", 0x10000)
    head += struct.pack("<IIHHIIIii", 0, len(records) + 2, 10, 0, 0, 0, 0, 100, 100) + struct.pack("<ii", 100, 100)
    return struct.pack("<II", 1, 8 + len(head)) + head + b"".join(records) + record(14, 0, 0, 20)


def emf_text(words: str, at: tuple[int, int], widths: tuple[int, ...] = (), options: int = 0) -> bytes:
    """Return a record that writes a line of text."""
    text = words.encode("utf-16-le")
    text += b"\0" * (-len(text) % 4)
    head = struct.pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
    spaced = 76 + len(text) if widths else 0
    head += struct.pack("<iiIII4iI", *at, len(words), 76, options, 0, 0, -1, -1, spaced)
    return record(84, more=head + text + struct.pack(f"<{len(widths)}i", *widths))


def emf_font(number: int, family: str, height: int, escapement: int = 0, weight: int = 400) -> bytes:
    """Return a record that makes a font."""
    look = struct.pack("<5i8B", height, 0, escapement, escapement, weight, *(0,) * 8)
    return record(82, number, more=look + family.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 228)


def dib(size: tuple[int, int], color: bytes) -> tuple[bytes, bytes]:
    """Return the header and the bits of a bitmap of one colour, which stands blue first."""
    row = color * size[0]
    row += b"\0" * (-len(row) % 4)
    return struct.pack("<IiiHHIIiiII", 40, *size, 1, 24, 0, 0, 0, 0, 0, 0), row * size[1]


def emf_bitmap(box: tuple[int, int, int, int], size: tuple[int, int], color: bytes, operation: int = 0xCC0020) -> bytes:
    """Return a record that draws a bitmap over a box: left, top, width, height."""
    header, bits = dib(size, color)
    head = struct.pack("<4i2i4i", 0, 0, 0, 0, box[0], box[1], 0, 0, *size)
    head += struct.pack("<6I2i", 80, len(header), 80 + len(header), len(bits), 0, operation, box[2], box[3])
    return record(81, more=head + header + bits)


def wmf_record(kind: int, *numbers: int, more: bytes = b"") -> bytes:
    """Return a record of a metafile of 16 bits."""
    data = struct.pack(f"<{len(numbers)}h", *numbers) + more
    data += b"\0" * (len(data) % 2)
    return struct.pack("<IH", 3 + len(data) // 2, kind) + data


def wmf(*records: bytes, placeable: bool = True) -> bytes:
    """Return a metafile of 16 bits whose picture is 100 by 50 units."""
    head = b"\xd7\xcd\xc6\x9a" + struct.pack("<H4hHIH", 0, 0, 0, 100, 50, 25, 0, 0) if placeable else b""
    return head + struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 8, 0, 0) + b"".join(records) + wmf_record(0)
