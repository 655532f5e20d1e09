"""Archives: refused where they are bombs or damaged, opened where they hold one sheet."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Sequence

from advisor.intake.files import limits
from advisor.intake.problems import UnreadableSheet

_SAVE_ANEW = "Open it in a spreadsheet program, save it anew and choose the new file."
_XML = (".xml", ".rels", ".vml")
_DECLARATIONS = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def check_archive(content: bytes) -> list[str]:
    """The names of the members of a ZIP file that is safe to open.

    Raises UnreadableSheet for a bomb, a locked or a damaged archive, or declared XML entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _refuse_bombs(members)
            for member in members:
                _check_member(archive, member)
    except UnreadableSheet:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as trouble:
        raise _damaged() from trouble
    except (NotImplementedError, RuntimeError) as trouble:
        raise UnreadableSheet(
            "corrupt_workbook", f"The archive is packed in a way that cannot be read. {_SAVE_ANEW}"
        ) from trouble
    return [member.filename for member in members]


def _damaged() -> UnreadableSheet:
    return UnreadableSheet(
        "corrupt_workbook", f"The file is damaged: a part of it is missing or broken. {_SAVE_ANEW}"
    )


def _refuse_bombs(members: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > limits.MEMBER_BYTES
        and member.file_size > limits.MEMBER_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if swollen or unpacked > limits.UNPACKED_BYTES:
        raise UnreadableSheet(
            "zip_bomb",
            f"Unpacked, the file would take {unpacked / 1e6:,.0f} MB, far more than a sheet needs; "
            "it was not opened.",
        )


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read one member in full, which proves its checksum, and look for what XML may not declare."""
    name = member.filename
    if name.startswith(("/", "\\")) or ".." in posixpath.normpath(name).split("/"):
        raise _damaged()
    if member.flag_bits & 1:
        raise UnreadableSheet(
            "password_protected",
            "The file is locked with a password: save a copy without one and choose that.",
        )
    part = archive.read(member)
    if name.lower().endswith(_XML) and _declares(part):
        raise UnreadableSheet(
            "xml_entities",
            "The workbook declares its own XML entities, which no spreadsheet program does; "
            "it was not opened.",
        )


def _declares(part: bytes) -> bool:
    """Whether an XML part declares a type or entities; comments alone do not."""
    return (b"<!" in part or b"\0" in part) and any(mark in part for mark in _DECLARATIONS)


def only_member(content: bytes, names: Sequence[str]) -> tuple[str, bytes]:
    """The one file in an archive; UnreadableSheet where there are none or several."""
    files = [n for n in names if not n.endswith("/") and not any(c in n for c in _CLUTTER)]
    if len(files) != 1:
        listed = ", ".join(f"`{name}`" for name in files[:5]) or "nothing"
        raise UnreadableSheet(
            "zip_not_spreadsheet",
            f"The file is an archive that holds {listed}: unpack it and choose one sheet.",
        )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return files[0], archive.read(files[0])


def gunzipped(content: bytes) -> bytes:
    """What a gzip file holds; UnreadableSheet where it is damaged or a bomb."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(content, limits.FILE_BYTES * 5)
    except zlib.error as trouble:
        raise _broken_gzip() from trouble
    if unpacker.unconsumed_tail:
        raise UnreadableSheet(
            "zip_bomb", "Unpacked, the file is far larger than a sheet; it was not opened."
        )
    if not unpacker.eof:
        raise _broken_gzip()
    return unpacked


def _broken_gzip() -> UnreadableSheet:
    return UnreadableSheet(
        "gzip_not_spreadsheet",
        "The packed file is damaged: unpack it yourself and choose the sheet in it.",
    )
