"""Numbers with their units, read from a text by code."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.sentences import folded

_NUMBER = r"(?:\d{1,3}(?:[,.\u00a0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?(?:k(?=[\s-]))?)"
_SIGNED = rf"(?:[+\-−±]\s?)?{_NUMBER}"
_CURRENCIES = {"€": "eur", "EUR": "eur", "$": "usd", "USD": "usd", "£": "gbp", "GBP": "gbp"}
_MONEY = frozenset(_CURRENCIES.values())
_GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+")


ANY_NOUN = "of "
"""Begins the unit of a count whose noun is in no list."""

GOODS = frozenset({"pallet", "truck", "piece", "tonne", "case"})

BARE = ""
"""The unit of a number that stands alone after "the contract says" or before "as agreed"."""


FARTHEST = 20
"""A number further above the next is no end of a range with it: "at 1,451 and 2.8 % up"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit, as it stands in a text.

    unit: canonical ("percent", "day", "order line"), or ANY_NOUN and what is counted.
    label: the words of the text. part: whether it counts a part of a whole ("41 of 660").
    start, end: its span. per: for a price by the hour, "hour"; by the kilometre, "of km".
    """

    value: float
    unit: str
    label: str
    start: int
    end: int
    part: bool = False
    per: str = ""

    @property
    def measure(self) -> tuple[float, str]:
        return (self.value, self.unit)


class QuantityReader:
    """Reads one language's numbers; its patterns are compiled once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = {
            spelling.casefold(): unit
            for unit, spellings in lexicon.units.items()
            for spelling in spellings
        }
        self._words = lexicon.number_words
        self._parts = {w.casefold() for w in lexicon.part_of}
        spelled = _any_of(self._units)
        number = rf"(?:{_SIGNED}|(?<!\w)(?:{_any_of(self._words)}))"
        joint = _any_of((*lexicon.part_of, *lexicon.range))
        self._counted = re.compile(
            rf"(?<![\w.,:/#€$£])(?:(?P<first>{number})\s*(?P<joint>{joint})\s*)?"
            rf"(?P<number>{number})[\s\u00a0-]?(?P<unit>{spelled})(?!\w)",
            re.IGNORECASE,
        )
        self._numbered = re.compile(rf"(?<!\w)(?:{_any_of(lexicon.numbered)})\s*#?$", re.IGNORECASE)
        self._labelled = re.compile(
            rf"(?<!\w)(?:{_any_of((*lexicon.numbered, *lexicon.labels))})\s*#?$", re.IGNORECASE
        )
        self._names = {*lexicon.stop_words, *lexicon.months, *lexicon.month_abbreviations}
        self._no_nouns = lexicon.no_nouns
        self._faulty = frozenset(lexicon.faulty)
        self._named = re.compile(
            rf"(?<![\w.,:/#€$£-])(?:(?P<first>{number})\s*(?P<joint>{joint})\s*)?"
            rf"(?P<number>{number})\s+(?P<words>[^\W\d_]{{4,}}(?:\s+[^\W\d_]{{3,}}){{0,2}})(?!\w)",
            re.IGNORECASE,
        )
        self._priced = re.compile(
            rf"(?<!\w)(?P<unit>€|\$|£|EUR|USD|GBP)\s?(?P<number>{_NUMBER})(?P<k>k?)(?!\w)"
        )
        self._net = re.compile(
            rf"(?<!\w)(?:{_any_of(lexicon.net_days)})\s+(?P<number>\d{{1,3}})(?![\d.,]*\s?%)(?!\w)",
            re.IGNORECASE,
        )

        # "12 broken jars of 400": nobody repeats the noun.
        self._whole = re.compile(
            rf"(?:\s+[^\W\d_]{{4,}})?\s+(?:{_any_of(lexicon.part_of)})\s+(?P<number>{_NUMBER})"
            rf"(?=\s*(?:[.,;:)!?]|$)|\s+(?:{_any_of(lexicon.stop_words)})(?!\w))",
            re.IGNORECASE,
        )
        self._per = re.compile(
            rf"\s?(?:/\s?|(?:per|an?|por|la|cada|for every|for each)\s+)(?P<unit>{spelled})(?!\w)"
            rf"|\s?(?:/\s?|(?:per|por|cada)\s+)(?P<other>[^\W\d_]{{2,}})",
            re.IGNORECASE,
        )
        wanted = _any_of((*lexicon.asked, *lexicon.today))
        papers, agreed = _any_of(lexicon.strong_agreed), _any_of(lexicon.as_agreed)
        self._bare = re.compile(
            rf"(?<!\w)(?:{papers})\s*(?:[=:]|\s(?:says?|names?|is|states?|dice|es)\s)\s*"
            rf"(?P<said>{_NUMBER})"
            rf"(?=[.,;:]?(?:\s+(?:and|but|y|pero)\b|\s*$|[.;,]\s))"
            rf"|(?<![\w.,])(?P<kept>{_NUMBER}),?\s+(?:{agreed})(?!\w)"
            rf"|(?<!\w)(?:{wanted})\s+(?:(?:it|that)\s+)?(?:(?:is|are|at|es|son|a)\s+)?"
            rf"(?P<wanted>{_NUMBER})(?=[.,;:]?(?:\s+(?:and|but|y|pero)\b|\s*$|[.;,]\s))",
            re.IGNORECASE,
        )

    def read(self, text: str) -> tuple[Quantity, ...]:
        """Every number of the text that has a unit, in order; a bare one where a paper is named."""
        counted = (
            *self._read_counted(text),
            *self._read_priced(text),
            *self._read_net(text),
            *self._read_named(text),
        )
        found = sorted(
            (*counted, *self._read_bare(text, counted)),
            key=lambda q: (q.start, q.unit.startswith(ANY_NOUN), -q.end),
        )
        kept: list[Quantity] = []
        for quantity in found:
            if not kept or quantity.start >= kept[-1].end:
                kept += self._with_whole(self._with_per(quantity, text), text)
        return tuple(kept)

    def _with_whole(self, quantity: Quantity, text: str) -> Iterator[Quantity]:
        """The number and, for "12 broken jars of 400", the 400 jars that they are a part of.

        Only of what has a fault: "12 cartons of 400" are cartons that hold 400 each.
        """
        is_count = quantity.unit.startswith(ANY_NOUN) or quantity.unit in GOODS
        whole = self._whole.match(text, quantity.end) if is_count and not quantity.part else None
        is_faulty = whole is not None and any_of(self._faulty, text)
        if whole is None or not is_faulty or number_of(whole["number"]) < quantity.value:
            yield quantity
            return
        noun = quantity.label.split()[-1]
        value, label = number_of(whole["number"]), _label(whole["number"], noun)
        yield replace(quantity, part=True)
        yield Quantity(value, quantity.unit, label, *whole.span("number"))

    def _with_per(self, quantity: Quantity, text: str) -> Quantity:
        if quantity.unit not in _MONEY or quantity.per:
            return quantity
        return replace(quantity, per=self._per_at(text, quantity.end))

    def _per_at(self, text: str, at: int) -> str:
        """What a price that ends here is for: "hour"; "of km" for what is in no list."""
        rate = self._per.match(text, at)
        if rate is None:
            return ""
        if rate["unit"] is None:
            return ANY_NOUN + rate["other"].casefold()
        return self._units[folded(rate["unit"]).casefold()]

    def _read_counted(self, text: str) -> Iterator[Quantity]:
        for match in self._counted.finditer(text):
            unit = self._units[folded(match["unit"]).casefold()]
            if unit in _MONEY and self._is_reference(text, match):
                continue
            if match["first"] is not None:
                label = _label(match["first"], match["unit"])
                part = match["joint"].casefold() in self._parts
                value = self._value(match["first"])
                per = self._per_at(text, match.end("unit")) if unit in _MONEY else ""
                if part or value <= FARTHEST * self._value(match["number"]):
                    yield Quantity(value, unit, label, *match.span("first"), part, per)
            label = _label(match["number"], match["unit"])
            start, end = match.start("number"), match.end("unit")
            yield Quantity(self._value(match["number"]), unit, label, start, end)

    def _is_reference(self, text: str, match: re.Match[str]) -> bool:
        """Whether it numbers a paper: in "invoice 4471 EUR 12,300" EUR belongs to the next one."""
        names_paper = self._numbered.search(text[: match.start()].rstrip())
        return bool(names_paper and re.match(rf"\s?{_NUMBER}", text[match.end() :]))

    def _read_priced(self, text: str) -> Iterator[Quantity]:
        for match in self._priced.finditer(text):
            thousand = 1000 if match["k"] else 1
            value, unit = number_of(match["number"]) * thousand, _CURRENCIES[match["unit"]]
            yield Quantity(value, unit, folded(match[0]), *match.span())

    def _read_named(self, text: str) -> Iterator[Quantity]:
        """Counts of whatever else there is: "28 nights", "96 empty crates", "37 of 2,000 lids"."""
        for match in self._named.finditer(text):
            words = self._counted_words(match["words"].split())
            if not words or words[0].casefold() in self._units:
                continue
            if self._labelled.search(text[: match.start()].rstrip()):
                continue  # "lot 5521 says …" counts nothing
            unit, last = self._counted_noun([w.casefold() for w in words])
            counted = " ".join(words[: last + 1])
            if match["first"] is not None:
                label, span = _label(match["first"], counted), match.span("first")
                part, value = match["joint"].casefold() in self._parts, self._value(match["first"])
                if part or value <= FARTHEST * self._value(match["number"]):
                    yield Quantity(value, unit, label, *span, part)
            start = match.start("number")
            end = match.start("words") + match["words"].index(words[last]) + len(words[last])
            label = _label(match["number"], counted)
            yield Quantity(self._value(match["number"]), unit, label, start, end)

    def _counted_words(self, words: Sequence[str]) -> list[str]:
        """As far as they may be what is counted: "broken jars" are, "broken again" is not."""
        first = words[0].casefold()
        if first in self._faulty and len(words) > 1 and words[1][-1:] == "s":
            return [words[0], *takewhile(self._may_be_counted, words[1:])][: len(words)]
        return list(takewhile(self._may_be_counted, words))

    def _counted_noun(self, words: Sequence[str]) -> tuple[str, int]:
        """The unit and its place: a known one, else the first plural, else the first word."""
        for i in range(1, len(words)):
            for known in (" ".join(words[i : i + 2]), words[i]):
                if known in self._units:
                    return self._units[known], i + known.count(" ")
        plural = next((i for i, w in enumerate(words) if w[-1:] == "s" and w[-2:] != "ss"), 0)
        return ANY_NOUN + words[plural].removesuffix("s"), plural

    def _may_be_counted(self, word: str) -> bool:
        return word.casefold() in self._units or self._is_noun(word.casefold())

    def _is_noun(self, word: str) -> bool:
        """Whether a word behind a number may be what is counted; a verb is none."""
        if word in self._names or word in self._words:
            return False
        return not any(
            word.endswith(k[1:]) if k.startswith("*") else word == k for k in self._no_nouns
        )

    def _read_bare(self, text: str, before: Sequence[Quantity]) -> Iterator[Quantity]:
        for match in self._bare.finditer(text):
            group = match.lastgroup or "said"
            if group == "wanted" and not any(q.end <= match.start() for q in before):
                continue  # "the price should be 4.20": of what, nobody has said
            yield Quantity(number_of(match[group]), BARE, match[group], *match.span(group))

    def _read_net(self, text: str) -> Iterator[Quantity]:
        for match in self._net.finditer(text):
            yield Quantity(float(match["number"]), "day", folded(match[0]), *match.span())

    def _value(self, number: str) -> float:
        word = self._words.get(number.casefold())
        return float(word) if word is not None else number_of(number)


def large_numbers(text: str) -> frozenset[float]:
    """The numbers from a hundred up, whatever stands beside them; years are none."""
    found = re.findall(rf"(?<![\w.,:/#-]){_NUMBER}(?![\w/:-])", text)
    years = re.compile(r"(?:19|20)\d\d")
    return frozenset(v for n in found if not years.fullmatch(n) and (v := number_of(n)) >= 100)


def number_of(text: str) -> float:
    """The value of a number as people write it: 12,400 and 12.400 and 12 400 and 93,8 and 5k.

    A single separator before exactly three digits groups thousands, but for "0.125".
    """
    digits = re.sub(r"[\s\u00a0]", "", text).replace("−", "-").lstrip("+±")
    if digits[-1:] in {"k", "K"}:
        return 1000 * number_of(digits[:-1])
    sign = -1.0 if digits.startswith("-") else 1.0
    digits = digits.lstrip("-")
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        return sign * float(re.sub(r"[,.]", "", digits))
    whole, _, fraction = digits.replace(",", ".").rpartition(".")
    return sign * float(f"{whole.replace('.', '') or 0}.{fraction}" if whole else fraction)


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, p.split())) for p in longest_first)


def _label(number: str, unit: str) -> str:
    return f"{folded(number)} {folded(unit)}"
