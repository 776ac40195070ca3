"""A language's words, as data: what reading a text by rules hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bot.facilitator.yaml_files import read_yaml

LANGUAGES = ("en", "es")
_FOLDER = Path(__file__).parent / "lexicon"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which something can be understood, and the words that show it."""

    name: str
    cues: Words


@dataclass(frozen=True, slots=True)
class Contrast:
    """Something that two sides may understand differently. terms: library keys it bears on.

    key: the same for the same contrast in every language, with its readings in the same order.
    """

    subject: str
    terms: Words
    readings: tuple[Reading, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case words and phrases. The comments in the YAML files say what each list is for."""

    language: str
    stop_words: Words
    number_words: Mapping[str, int]
    units: Mapping[str, Words]
    net_days: Words
    numbered: Words
    labels: Words
    amounts_to: Words
    part_of: Words
    range: Words
    months: Words
    month_abbreviations: Words
    weekdays: Words
    reference: Words
    agreed: Words
    strong_agreed: Words
    applied: Words
    as_agreed: Words
    today: Words
    holding: Words
    own_end: Words
    other_end: Words
    takes: Words
    offering: Words
    refused: Words
    late: Words
    on_time: Words
    faulty: Words
    remedies: Words
    in_passing: Words
    paid_late: Words
    sound: Words
    asked: Words
    begging: Words
    of_others: Words
    meant: Words
    rules: Words
    said: Words
    you_said: Words
    recognition: Words
    value: Words
    urgent: Words
    not_urgent: Words
    low: Words
    blame: Words
    soft_blame: Words
    gone_wrong: Words
    kept_after: Words
    judging: Words
    reporting: Words
    to_machine: Words
    greetings: Words
    fillers: Words
    fell_short: Words
    held: Words
    since: Words
    from_day: Words
    accusing: Words
    leaning: Words
    shouted: Words
    possessives: Mapping[str, str]
    joined: Mapping[str, str]
    plainer: Mapping[str, str]
    second_person: Words
    people: Words
    ordering: Words
    polite: Words
    wishing: Words
    wishes_on: Words
    articles: Words
    empty_talk: Words
    article: str
    events: Mapping[str, Words]
    no_nouns: Words
    interests: Mapping[str, Words]
    interest_names: Mapping[str, str]
    turns: Mapping[str, Words]
    contrasts: tuple[Contrast, ...]


class LexiconFault(Exception):
    """A lexicon file does not have exactly the lists that reading needs."""


def load_lexicon(language: str) -> Lexicon:
    """Raises LexiconFault for a list that is missing or not known."""
    path = _FOLDER / f"{language}.yaml"
    content: dict[str, Any] = read_yaml(path)
    known = {f.name for f in fields(Lexicon)} - {"language"}
    if set(content) != known:
        odd = ", ".join(sorted(set(content) ^ known))
        raise LexiconFault(f"{path.name}: missing or not known: {odd}")
    contrasts = tuple(
        Contrast(
            subject=c["subject"],
            terms=tuple(c["terms"]),
            readings=tuple(Reading(r["name"], tuple(r["cues"])) for r in c["readings"]),
            key=c.get("as", c["subject"]),
        )
        for c in content["contrasts"]
    )
    plain: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in content.items()}
    for name in ("units", "interests", "turns", "events"):
        plain[name] = {k: tuple(v) for k, v in content[name].items()}
    for name, words in plain.items():
        if name == "contrasts" or not isinstance(words, tuple):
            continue
        if not all(isinstance(word, str) for word in words):
            raise LexiconFault(f"{path.name}: put yes, no, on and off in `{name}` into quotes")
    return Lexicon(**{**plain, "language": language, "contrasts": contrasts})
