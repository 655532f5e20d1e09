"""Letters that went wrong on their way: bad bytes, control characters, a wrong earlier decoding."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from advisor.intake.files.encodings import BAD_BYTE, western
from advisor.intake.files.tally import Tally
from advisor.intake.problems import Level, Problem

_BAD = re.compile(f"[{chr(BAD_BYTE + 0x80)}-{chr(BAD_BYTE + 0xFF)}]")
_LOST = "\ufffd"
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]|(?<![Â-ô\x80-\xbf])[\x80-\x9f]"
)
_TAILS = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MISREAD = re.compile(f"[Â-ß]{_TAILS}|[à-ï]{_TAILS}{{2}}|[ð-ô]{_TAILS}{{3}}")
_ENOUGH_MISREAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trouble:
    """One way a letter can be wrong: how to see it, what to say, what to use instead."""

    code: str
    level: Level
    seen: re.Pattern[str]
    reason: str
    assumed: str
    fix: str
    mend: Callable[[str], str]


def _as_western(text: str) -> str:
    return _BAD.sub(lambda bad: western(ord(bad[0]) - BAD_BYTE), text)


_BAD_BYTES = _Trouble(
    code="encoding_invalid_bytes",
    level=Level.WARNING,
    seen=_BAD,
    reason="Some bytes of this cell are not UTF-8 like the rest of the file",
    assumed="They were read as Western European: `{mended}`",
    fix="Check the letters, or save the file as UTF-8",
    mend=_as_western,
)
_LOST_LETTERS = _Trouble(
    code="encoding_invalid_bytes",
    level=Level.WARNING,
    seen=re.compile(_LOST),
    reason="A letter of this cell was lost before or while the file was read",
    assumed="Kept with the mark `\ufffd` in its place",
    fix="Type the letter again",
    mend=str,
)
_CONTROL = _Trouble(
    code="control_characters_removed",
    level=Level.WARNING,
    seen=_CONTROLS,
    reason="The cell holds characters that cannot be seen and that steer devices",
    assumed="They were taken out: `{mended}`",
    fix="Check what is left",
    mend=lambda text: _CONTROLS.sub("", text),
)

_TROUBLES = (_BAD_BYTES, _LOST_LETTERS, _CONTROL)
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
    f"{_LOST}{chr(BAD_BYTE + 0x80)}-{chr(BAD_BYTE + 0xFF)}]"
)
"""Every letter that can be part of any of these troubles: one plain set, searched far faster."""
_ANY = re.compile("|".join(trouble.seen.pattern for trouble in _TROUBLES))


def mend_letters(
    rows: list[list[str]], numbers: Sequence[int]
) -> tuple[list[list[str]], list[Problem], dict[int, tuple[str, ...]]]:
    """The rows with bad bytes and control characters mended, what was said, and the rows as found.

    rows     stripped cells
    numbers  the row number of each
    """
    text = " ".join(chain.from_iterable(rows))
    if (text.isprintable() and _LOST not in text) or not needs_mending(text):
        return rows, [], {}
    touched = [place for place, row in enumerate(rows) if needs_mending("\n".join(row))]
    tally = Tally()
    mended = list(rows)
    for place in touched:
        for trouble in _TROUBLES:
            for position, cell in enumerate(mended[place]):
                if trouble.seen.search(cell):
                    found = partial(_finding, trouble, numbers[place], position, cell)
                    tally.add(trouble.code, found)
            mended[place] = [trouble.mend(cell).strip() for cell in mended[place]]
    return mended, tally.problems, {numbers[place]: tuple(rows[place]) for place in touched}


def needs_mending(text: str) -> bool:
    """Whether a whole text holds anything that `mend_letters` would touch."""
    return _SUSPECT.search(text) is not None and _ANY.search(text) is not None


def _finding(trouble: _Trouble, number: int, position: int, cell: str) -> Problem:
    return Problem(
        code=trouble.code,
        level=trouble.level,
        row=number,
        position=position,
        value=_as_western(cell),
        reason=trouble.reason,
        assumed=trouble.assumed.format(mended=trouble.mend(cell).strip()[:80]),
        fix=trouble.fix,
    )


def find_misread(rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> list[Problem]:
    """Cells whose UTF-8 letters were once read as Western European, such as `Ã¼` for `ü`.

    Nothing is changed: the repaired text is offered. Fewer than three such letters say nothing.
    """
    if " ".join(chain.from_iterable(rows)).isascii():
        return []
    found = [
        (number, position, cell)
        for number, row in zip(numbers, rows, strict=True)
        if _MISREAD.search("\n".join(row))
        for position, cell in enumerate(row)
        if repaired(cell) != cell
    ]
    if sum(len(_MISREAD.findall(cell)) for _, _, cell in found) < _ENOUGH_MISREAD:
        return []
    tally = Tally()
    for number, position, cell in found:
        tally.add("mojibake_suspected", partial(_misread, number, position, cell))
    return [_misread_file(found[0][2]), *tally.problems]


def repaired(text: str) -> str:
    """The text with misread letters decoded again; letters that were right stay.

    >>> repaired("MÃ¼ller & SÃ¶hne")
    'Müller & Söhne'
    """
    return _MISREAD.sub(_decoded_again, text)


def _decoded_again(found: re.Match[str]) -> str:
    octets = b"".join(
        bytes([ord(letter)]) if ord(letter) < 0x100 else letter.encode("windows-1252")
        for letter in found[0]
    )
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _misread(number: int, position: int, cell: str) -> Problem:
    return Problem(
        code="mojibake_suspected",
        level=Level.WARNING,
        row=number,
        position=position,
        value=cell,
        reason="The letters look as if they had been read in the wrong encoding once",
        assumed="Kept as it stands",
        fix=f"Type `{repaired(cell)[:80]}` if that is what it should say",
        choices=(repaired(cell),),
    )


def _misread_file(example: str) -> Problem:
    return Problem(
        code="mojibake_suspected",
        level=Level.WARNING,
        value=example,
        reason=f"The file holds letters that were damaged earlier, such as `{example[:40]}` "
        f"for `{repaired(example)[:40]}`",
        assumed="All of them are kept as they stand",
        fix="Export the sheet again as UTF-8",
    )
