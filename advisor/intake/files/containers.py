"""What the bytes of a file are, told by its content and never by its name."""

from collections.abc import Callable
from enum import StrEnum

from advisor.intake.problems import UnreadableSheet


class Container(StrEnum):
    """What a file holds a sheet in."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    ZIP = "zip"
    GZIP = "gzip"
    TEXT = "text"


_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"PAR1", "a Parquet table"),
    (b"ARROW1", "an Arrow table"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"BEGIN:VCARD", "a card of contacts"),
)
_TEXT_LIKE = frozenset({b"BM", b"RIFF", b"PAR1", b"BZh"})
_OFFICE = (
    ("word/", "a text document"),
    ("ppt/", "a presentation"),
    ("Index/", "an Apple Numbers sheet"),
    ("visio/", "a drawing"),
    ("META-INF/MANIFEST.MF", "a program"),
)
_OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def find_container(content: bytes) -> Container:
    """What the file is.

    Raises UnreadableSheet when it is something that holds no sheet, or is locked.

    >>> find_container(b"Company,Role")
    <Container.TEXT: 'text'>
    """
    if content.startswith(_ZIP_STARTS):
        return Container.ZIP
    if content.startswith(b"\x1f\x8b"):
        return Container.GZIP
    if content.startswith(_OLE_START):
        return _old_office(content)
    for start, what in _OTHERS:
        if content.startswith(start) and (start not in _TEXT_LIKE or _binary(content)):
            raise not_a_table(what)
    return Container.TEXT


def is_text(start: bytes) -> bool:
    r"""Whether a file that begins so is text.

    >>> is_text(b"Company,Role"), is_text(b"PK\x03\x04")
    (True, False)
    """
    try:
        return find_container(start) == Container.TEXT
    except UnreadableSheet:
        return False


def _binary(content: bytes) -> bool:
    return b"\x00" in content[:512]


def not_a_table(what: str) -> UnreadableSheet:
    """The refusal of a file that is something else."""
    return UnreadableSheet(
        "not_a_table",
        f"The file is {what}, not a sheet: save the invites as XLSX or CSV and choose that file.",
    )


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _old_office(content: bytes) -> Container:
    if _wide("EncryptedPackage") in content or _wide("EncryptionInfo") in content:
        raise UnreadableSheet(
            "password_protected",
            "The workbook is locked with a password: save a copy without one and choose that.",
        )
    if _wide("Workbook") in content or _wide("Book") in content:
        return Container.XLS
    raise not_a_table("a document of an older office program")


def find_in_archive(names: list[str], read: Callable[[str], bytes]) -> Container:
    """What a ZIP file is: a workbook of some kind, or an archive.

    read  gives the content of a member
    """
    members = {name.lower(): name for name in names}
    if "[content_types].xml" in members:
        types = read(members["[content_types].xml"])
        if b"sheet.binary" in types or "xl/workbook.bin" in members:
            return Container.XLSB
        if b"spreadsheetml" in types or "xl/workbook.xml" in members:
            return Container.XLSX
    if "xl/workbook.xml" in members:
        return Container.XLSX
    if "mimetype" in members:
        if read(members["mimetype"]).startswith(_OPEN_SHEET):
            return _open_sheet(members, read)
        raise not_a_table("a document of another kind")
    for start, what in _OFFICE:
        if any(name.startswith(start) for name in names):
            raise not_a_table(what)
    return Container.ZIP


def _open_sheet(members: dict[str, str], read: Callable[[str], bytes]) -> Container:
    manifest = members.get("meta-inf/manifest.xml")
    if manifest and b"encryption-data" in read(manifest):
        raise UnreadableSheet(
            "password_protected",
            "The workbook is locked with a password: save a copy without one and choose that.",
        )
    return Container.ODS
