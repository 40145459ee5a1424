"""Device-independent bitmaps of metafiles as files of their own, which the readers of bitmaps know ([MS-WMF] 2.2.2)."""

from __future__ import annotations

import struct

_CORE, _INFO = 12, 40
_BITFIELDS = 3
_EMBEDDED = {4: b"\xff\xd8", 5: b"\x89PNG"}  # BI_JPEG and BI_PNG: the bits are a file
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
MOST_PIXELS = 60_000_000


def bitmap_file(header: bytes, bits: bytes) -> bytes:
    """Return the file of a bitmap, b"" where its header makes no sense."""
    size = _header_size(header)
    if not size or not bits:
        return b""
    width, height, depth, compression = _facts(header, size)
    if not 0 < width * abs(height) <= MOST_PIXELS:
        return b""
    if compression in _EMBEDDED:
        return bits if bits.startswith(_EMBEDDED[compression]) else b""
    if compression == 0 and len(bits) < (width * depth + 31) // 32 * 4 * abs(height):
        return b""
    start = 14 + len(header)
    return b"BM" + struct.pack("<IHHI", start + len(bits), 0, 0, start) + header + bits


def size_of(header: bytes) -> tuple[int, int]:
    """Return the width and the height of a bitmap in its own points, (0, 0) where its header makes no sense."""
    size = _header_size(header)
    width, height, _, _ = _facts(header, size) if size else (0, 0, 0, 0)
    return width, abs(height)


def parted(packed: bytes) -> tuple[bytes, bytes]:
    """Return the header with its colours, and the bits, of a bitmap that has one behind the other."""
    size = _header_size(packed)
    if not size:
        return b"", b""
    _, _, depth, compression = _facts(packed, size)
    entry = 3 if size == _CORE else 4
    used = struct.unpack_from("<I", packed, 32)[0] if size >= _INFO else 0
    colors = used or (1 << depth if depth <= 8 else 0)
    masks = 12 if size == _INFO and compression == _BITFIELDS else 0
    end = min(size + masks + min(colors, 1 << 16) * entry, len(packed))
    return packed[:end], packed[end:]


def found_picture(data: bytes) -> bytes:
    """Return the first PNG or JPEG file within bytes, b"" for none: EMF+ keeps bitmaps so ([MS-EMFPLUS] 2.2.2.2)."""
    starts = [at for signature in _SIGNATURES if (at := data.find(signature)) >= 0]
    return data[min(starts) :] if starts else b""


def _header_size(header: bytes) -> int:
    size = struct.unpack_from("<I", header)[0] if len(header) >= _CORE else 0
    return size if size == _CORE or _INFO <= size <= len(header) else 0


def _facts(header: bytes, size: int) -> tuple[int, int, int, int]:
    if size == _CORE:
        width, height, _, depth = struct.unpack_from("<HHHH", header, 4)
        return width, height, depth, 0
    width, height, _, depth, compression = struct.unpack_from("<iiHHI", header, 4)
    return width, height, depth, compression
