"""What somebody asks for who writes to Parley alone."""

import re
from collections.abc import Mapping

from bot.casework.shown import Asked

PATTERNS: Mapping[tuple[str, Asked], re.Pattern[str]] = {
    key: re.compile(pattern, re.IGNORECASE)
    for key, pattern in {
        ("en", Asked.WAITS): r"\bwaits? for me\b|^my desk\W*$",
        ("es", Asked.WAITS): r"\bme espera\b|\btengo (algo )?pendiente\b|\bestá esperando por mí\b"
        r"|^mi escritorio\W*$",
        ("en", Asked.HELP): r"^\W*(help( me)?|what can you do|how does (this|it) work)\W*$",
        ("es", Asked.HELP): r"^\W*(ayuda|ayúdame|qué puedes hacer|cómo funciona( esto)?)\W*$",
        ("en", Asked.RAISE): r"^\W*((please|i want to|i'd like to|can you)\s+)?"
        r"(raise|open|start)\s+((an?|the)\s+)?(new\s+)?(issue|case)\b",
        ("es", Asked.RAISE): r"^\W*((por favor|quiero|quisiera|puedes)\W+)?"
        r"(plantear|plantea|abrir|abre|iniciar)\s+((una?|el|la)\s+)?(nuevo\s+)?"
        r"(asunto|caso|incidencia|problema)\b",
    }.items()
}


def asked_in(text: str) -> tuple[Asked, str]:
    """What a text asks for, and its language where that shows; "" where it does not."""
    found = (key for key, pattern in PATTERNS.items() if pattern.search(text.strip()))
    language, asked = next(found, ("", Asked.TRADES))
    return asked, language
