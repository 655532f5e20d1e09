"""What is said about ratings."""

from advisor.intake.cells.notes import LEFT_BLANK, Note
from advisor.intake.cells.rating_forms import Rated
from advisor.intake.problems import Level

_TYPE_ONE = "Type a rating such as 4 or leave it empty"
_SCALES = ("1-5", "1-10", "0-10", "0-100", "0-1")


def inferred(low: float, high: float, known_by: str, ours: tuple[float, float]) -> Note:
    """The scale that is taken, and whether it is brought to ours."""
    reasons = {
        "numbers": "The heading names no scale",
        "heading": f"The heading names the scale {low:g} to {high:g}",
        "cells": f"The cells rate up to {high:g}",
    }
    same = (low, high) == ours
    brought = "" if same else f", brought to {ours[0]:g} to {ours[1]:g}"
    return Note(
        code="rating_scale_assumed",
        level=Level.INFO if same else Level.WARNING,
        reason=reasons[known_by],
        assumed=f"Read as {low:g} to {high:g}{brought}",
        fix="Nothing to do if that is right" if same else "Confirm the scale or choose another",
        choices=_SCALES,
    )


def perhaps_turned(low: float, high: float) -> Note:
    """Numbers of a priority or a rank, of which 1 may be the most or the least."""
    return Note(
        code="rating_scale_assumed",
        level=Level.WARNING,
        reason=f"The heading does not say whether {high:g} is the most or {low:g}",
        assumed=f"Read as {low:g} the least and {high:g} the most",
        fix=f"Confirm it, or choose {high:g}-{low:g} if {low:g} comes first",
        choices=(f"{high:g}-{low:g}", *_SCALES),
    )


def mixed() -> Note:
    """The column rates in several ways."""
    return Note(
        code="rating_mixed_forms",
        reason="The cells rate in different ways",
        assumed="Each is read the way it is written, such as 4/5, 80% or ★★★",
        fix="Write all ratings the same way",
    )


def words_mapped() -> Note:
    """The column rates in words."""
    return Note(
        code="rating_words_mapped",
        reason="The cells rate in words",
        assumed="Read as very low 1, low 2, medium 3, high 4, very high 5",
        fix="Confirm it or type numbers",
    )


def number_taken(rated: Rated, value: float) -> Note:
    """A number with words behind it."""
    return Note(
        code="rating_number_taken",
        reason=f"`{rated.text}` is a number and words",
        assumed=f"Read as {value:g}",
        fix="Nothing to do if that is right",
    )


def outside(rated: Rated, low: float, high: float) -> Note:
    """The rating is not on its scale."""
    return Note(
        code="rating_out_of_range",
        reason=f"A rating here must be {low:g} to {high:g}, not `{rated.text}`",
        assumed="The cell counts as empty",
        fix=_TYPE_ONE,
    )


def is_date(rated: Rated) -> Note:
    """A spreadsheet program took a rating for a date."""
    day, _, month = rated.text.partition("/")
    return Note(
        code="rating_is_date",
        reason=f"The cell is a date; it may have been {day}/{month} or {month}/{day}",
        fix="Choose the rating that was meant",
        choices=(f"{day}/{month}", f"{month}/{day}"),
    )


def unread(rated: Rated) -> Note:
    """The cell holds no rating."""
    return Note(code="number_unreadable", reason=f"`{rated.text}` is no rating", fix=_TYPE_ONE)


def placeholder(rated: Rated) -> Note:
    """The cell promises a rating later."""
    return Note(
        code="placeholder",
        reason=f"`{rated.text}` promises an answer later",
        assumed=LEFT_BLANK,
        fix="Type it once you know it",
    )
