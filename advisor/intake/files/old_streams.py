"""The container of older office files: sectors chained to streams, of which one is the workbook."""

import struct

_HEADER = 512
_END = 0xFFFFFFFA
"""Sector numbers from here on mean the end of a chain or no sector."""
_NAMES = ("Workbook", "Book")


def workbook_stream(content: bytes) -> bytes | None:
    """The records of the workbook; None where the file has no such stream.

    Raises struct.error or IndexError when the file is cut off or its chains lead in circles.
    """
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    table = _sector_table(content, size)
    directory = _chain(content, size, table, struct.unpack_from("<I", content, 48)[0])
    entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
    smallest = struct.unpack_from("<I", content, 56)[0]
    for entry in entries:
        length = max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)
        if entry[:length].decode("utf-16-le", "replace") not in _NAMES:
            continue
        start, extent = struct.unpack_from("<II", entry, 116)
        if extent >= smallest:
            return _chain(content, size, table, start)[:extent]
        return _small(content, size, table, entries[0], start)[:extent]
    return None


def _sector_table(content: bytes, size: int) -> list[int]:
    """For each sector the one that follows it."""
    count, further, more = (
        struct.unpack_from("<I", content, 44)[0],
        *struct.unpack_from("<II", content, 68),
    )
    sectors = list(struct.unpack_from("<109I", content, 76))
    while more and further < _END:
        body = content[_HEADER + further * size : _HEADER + (further + 1) * size]
        *numbers, further = struct.unpack(f"<{size // 4}I", body)
        sectors += numbers
        more -= 1
    table: list[int] = []
    for sector in sectors[:count]:
        at = (sector + 1) * size if size != _HEADER else _HEADER + sector * size
        table += struct.unpack_from(f"<{size // 4}I", content, at)
    return table


def _chain(content: bytes, size: int, table: list[int], start: int) -> bytes:
    """The sectors that follow one another from this one."""
    parts: list[bytes] = []
    sector = start
    while sector < _END:
        if len(parts) > len(table):
            raise IndexError("A chain of sectors leads back to itself.")
        at = (sector + 1) * size if size != _HEADER else _HEADER + sector * size
        parts.append(content[at : at + size])
        sector = table[sector]
    return b"".join(parts)


def _small(content: bytes, size: int, table: list[int], root: bytes, start: int) -> bytes:
    """A stream shorter than a whole chain, kept in pieces of 64 bytes in the root's stream."""
    pieces = _chain(content, size, table, struct.unpack_from("<I", root, 116)[0])
    small = _chain(content, size, table, struct.unpack_from("<I", content, 60)[0])
    follows = struct.unpack(f"<{len(small) // 4}I", small)
    parts: list[bytes] = []
    piece = start
    while piece < _END:
        if len(parts) > len(follows):
            raise IndexError("A chain of pieces leads back to itself.")
        parts.append(pieces[piece * 64 : piece * 64 + 64])
        piece = follows[piece]
    return b"".join(parts)
