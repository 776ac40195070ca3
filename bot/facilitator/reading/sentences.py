"""Texts as people write them in Slack: cleaned of its marks, cut into sentences."""

import re
import unicodedata

_MENTION = re.compile(r"<[@!#][^>]*>")
_LINK = re.compile(r"<(https?:[^|>]+)(?:\|([^>]*))?>")
_MAIL = re.compile(r"<mailto:[^|>]+\|([^>]*)>")
_EMOJI = re.compile(r"(?<![\w:]):[a-z0-9_+-]+:(?![\w:])")
_MARKS = re.compile(r"(?<!\w)[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?!\w)")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_QUOTE = re.compile(r"^\s*&gt;\s?", re.MULTILINE)
_END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[\"“‘(¿¡]?[A-ZÁÉÍÓÚÑÄÖÜ0-9])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:e\.g|i\.e|approx|no|nr|vs|incl|excl|mr|ms|mrs|dr|st|p\.ej|aprox|sr|sra|núm)\.$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b\d{1,2}\.$")
_MONTH = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember)\b"
)
"""As German writes a day: 22. Oktober."""
ELLIPSIS = "…"


def plain(text: str) -> str:
    """The text without Slack's marks, mentions and invisible characters; whitespace is kept."""
    text = _INVISIBLE.sub("", text)
    text = _MAIL.sub(r"\1", text)
    text = _LINK.sub(lambda m: m.group(2) or m.group(1), text)
    text = _MENTION.sub("", text)
    text = _QUOTE.sub("", text)
    text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return _MARKS.sub("", _EMOJI.sub("", text)).strip()


def folded(text: str) -> str:
    """With every run of whitespace as one space."""
    return " ".join(text.split())


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a plain text, in order, without empty ones."""
    found: list[str] = []
    for piece in _END.split(text):
        piece = folded(piece)
        if found and (_ABBREVIATED.search(found[-1]) or _is_a_day(found[-1], piece)):
            found[-1] = f"{found[-1]} {piece}"
        elif piece.strip(" .,;:!?-–—*•"):
            found.append(piece)
    return tuple(found)


def _is_a_day(before: str, after: str) -> bool:
    return bool(_ORDINAL.search(before) and _MONTH.match(after))


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words, with an ellipsis where it was cut."""
    text = folded(text)
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    between = cut.rfind(" ")
    if between > limit // 2:
        cut = cut[:between]
    return cut.rstrip(" ,;:–—-(") + ELLIPSIS


def as_sentence(text: str) -> str:
    """With a capital at its start and a full stop at its end; a pictogram ends it as well."""
    text = folded(text).lstrip(" ,;:–—-")
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    is_ended = text[-1] in '.!?…”"' or unicodedata.category(text[-1]) == "So"
    return text if is_ended else text + "."
