"""Words of `format` that say whether anybody travels to the interview."""

import re
import unicodedata
from itertools import chain

PHONE_OR_VIDEO = frozenset(
    "phone telephone telefon telefonisch téléphone telefono teléfono telefone telefoon call "
    "video videocall visio vidéo videoconferencia videochiamata zoom teams meet skype webex "
    "facetime hangout hangouts online virtual 电话 视频".split()
)
"""Words in `format` that say nobody travels."""

IN_PERSON = frozenset(
    "onsite on-site site person in-person inperson office face face-to-face f2f vor-ort präsenz "
    "presencial persona présentiel presenza kantoor 现场".split()
)
"""Words in `format` that say somebody does, whatever else it says."""

_WORDS = re.compile(r"[^\s/,;:()+&|]+")


def needs_no_travel(text: str) -> bool:
    """Whether a format says phone or video, and nothing of meeting in person.

    >>> [needs_no_travel(text) for text in ("Video-Call", "Phone, then on-site", "Panel")]
    [True, False, False]
    """
    found = _WORDS.findall(unicodedata.normalize("NFKC", text).casefold())
    words = {*found, *chain.from_iterable(word.split("-") for word in found)}
    return bool(words & PHONE_OR_VIDEO) and not words & IN_PERSON
