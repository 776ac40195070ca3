"""Terms for the table: from the library, by kind of issue and by what people wrote."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.facilitator.builtin.compare import differing_figures
from bot.facilitator.builtin.conditions import with_needed
from bot.facilitator.builtin.naming import kind_in
from bot.facilitator.builtin.scale import Scale
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry
from bot.facilitator.reading.levels import Level
from bot.facilitator.reading.measures import TIMES, is_like, is_same, unit_of
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.quantities import Quantity
from bot.facilitator.reading.sentences import plain
from bot.facilitator.reading.topics import Figure, Standing
from bot.facilitator.reading.turns import turns_in
from bot.mediation.issues import GapKind, IssueKind
from bot.mediation.people import SideId
from bot.mediation.statements import Brief, CommonStatement
from bot.mediation.terms import Agenda, Counted, Term

Voices = Mapping[SideId, Voice]
ONE_VOICE: Voices = {}

FEWEST, MOST = 3, 6
_STANDS_OUT = 2.0
"""A term of another kind of issue comes to the table only if the texts speak of it clearly: in
two texts, with a number, or in what a side wants while it is a usual trade here."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything public that was said: all texts, the figures of happenings, of wishes.

    disputed: by term, the values of which each side names another one as what holds.
    """

    everything: tuple[str, ...]
    told: tuple[Figure, ...]
    wished: tuple[Figure, ...] = ()
    disputed: Mapping[str, tuple[Quantity, ...]] = field(default_factory=dict)

    def about(self, entry: Entry) -> tuple[Figure, ...]:
        """Its figures that are named for it: a number further off is about something else.

        Where one of them is a price by the hour or the order, a bare sum is a bill.
        """
        all_named = (*self.told, *self.wished)
        its = [f for f in all_named if f.entry and f.entry.key == entry.key and f.named]
        rates = [f for f in its if f.quantity.per]
        return tuple(rates or its)


def suggest(
    brief: Brief, common: CommonStatement | None, voice: Voice, own: Voices = ONE_VOICE
) -> Agenda:
    """3 to 6 terms. A number stands in an option only if a text or the library names it.

    own: the voice of each side that writes another language than the terms are named in.
    """
    texts = read_texts(brief, voice, own)
    gap = common.gap if common else None
    fill = 0 if gap is GapKind.RECOGNITION else 1
    chosen = _chosen(_ranked(brief, texts, gap, voice), voice, fill)
    return Agenda(tuple(_term(entry, texts) for entry in chosen))


def promising(brief: Brief, voice: Voice) -> tuple[Entry, ...]:
    """The entries that a side names in its account or its wish, the most spoken of first.

    One of another kind of issue counts only by its own name: a mere cue of it is chance.
    """
    texts = read_texts(brief, voice)
    said = [plain(t) for s in brief.statements for t in (s.happened, s.wants)]
    cued = {key for text in said for key in voice.figures.entries_in(text)}
    named = {
        e.key for e in voice.library.entries.values() for t in said if any_of((e.name, e.topic), t)
    }
    own = {e.key for e in voice.library.of_kind(kind_in(brief)) if _is_told(e)}
    return tuple(
        e
        for e, score in _ranked(brief, texts, None, voice)
        if score >= 2 and (e.key in named or e.key in cued & own)
    )


def read_texts(brief: Brief, voice: Voice, own: Voices = ONE_VOICE) -> Texts:
    told = [
        plain(t)
        for t in (
            brief.title,
            brief.happened,
            *brief.sources,
            *(s.happened for s in brief.statements),
        )
    ]
    wished = [plain(s.wants) for s in brief.statements]
    why = [plain(s.why) for s in brief.statements]
    kind = kind_in(brief)
    voices = {
        plain(text): own[s.side]
        for s in brief.statements
        if s.side in own
        for text in (s.happened, s.wants, s.why)
    }

    def read(texts: Iterable[str]) -> tuple[Figure, ...]:
        each = dict.fromkeys(texts)
        return tuple(f for t in each for f in voices.get(t, voice).figures.read(t, kind=kind))

    return Texts(
        everything=tuple(dict.fromkeys(t for t in (*told, *wished, *why) if t)),
        told=read([*told, *why]),
        wished=tuple(_placed(f, kind, voice) for f in read(wished)),
        disputed=_disputed(brief, kind, voice),
    )


def _disputed(brief: Brief, kind: IssueKind, voice: Voice) -> dict[str, tuple[Quantity, ...]]:
    """What the accounts themselves leave open, whichever message the issue came from."""
    differing = differing_figures(voice.accounts.read(brief, kind))
    return {
        d.entry.key: (d.ours, d.theirs)
        for d in differing
        if d.entry is not None and d.standing is Standing.AGREED
    }


def _placed(figure: Figure, kind: IssueKind, voice: Voice) -> Figure:
    """A wish that names no term belongs to the first of its kind that it fits: "6 % more".

    A time is of the kind's main term or of none: "no more than 4 days on the invoice". Of an
    issue whose kind is not known, nothing is.
    """
    if figure.entry is not None or kind is IssueKind.OTHER:
        return figure
    value = abs(figure.quantity.value)
    own = voice.library.of_kind(kind)
    fitting = (
        e
        for e in (own[:1] if figure.quantity.unit in TIMES else own)
        if (
            is_same(unit := unit_of(e, voice.lexicon), figure.quantity)
            or is_like(unit, figure.quantity)
        )
        and Scale.spoken(e, [figure.quantity]).at(value) is not None
    )
    return replace(figure, entry=next(fitting, None), named=True)


def _ranked(
    brief: Brief, texts: Texts, gap: GapKind | None, voice: Voice
) -> list[tuple[Entry, float]]:
    kind = kind_in(brief)
    counts = [_pointed_to(t, voice) for t in texts.everything]
    wanted = {key for s in brief.statements for key in voice.figures.entries_in(plain(s.wants))}
    usual = {p.key for e in voice.library.of_kind(kind) for p in voice.library.partners(e)}
    ranked = [
        (
            entry,
            _score(entry, kind, gap, counts, texts) + (entry.key in wanted) * (entry.key in usual),
        )
        for entry in voice.library.entries.values()
    ]
    ranked = [(e, s) for e, s in ranked if e.kind is kind or (s >= _STANDS_OUT and _is_told(e))]
    return sorted(ranked, key=lambda pair: -pair[1])


def _pointed_to(text: str, voice: Voice) -> Mapping[str, int]:
    """Entry key -> how often a text points to it, by its words or by a turn of phrase."""
    return {**turns_in(text, voice.lexicon.turns), **voice.figures.entries_in(text)}


def _is_told(entry: Entry) -> bool:
    """Whether an entry may come in from another kind of issue; `other` is for want of a better."""
    return entry.kind is not IssueKind.OTHER


def _score(
    entry: Entry,
    kind: IssueKind,
    gap: GapKind | None,
    counts: Sequence[Mapping[str, int]],
    texts: Texts,
) -> float:
    """How much the texts speak of an entry: in how many of them, and with a number."""
    score = float(min(sum(entry.key in c for c in counts), 3))
    score += 2.0 * bool(texts.about(entry))
    score += 1.0 * (entry.kind is kind)
    seeks_words = gap is GapKind.RECOGNITION and entry.kind is IssueKind.COMMUNICATION
    return score + 3.0 * seeks_words


def _chosen(ranked: Sequence[tuple[Entry, float]], voice: Voice, fill: int) -> tuple[Entry, ...]:
    """Those that are spoken of, and `fill` more to trade with.

    First what they are often traded for, then the usual terms of the kind of issue. What means
    nothing without another comes with that, or not at all.
    """
    spoken = [e for e, score in ranked if score >= 2][:MOST]
    keys = with_needed((e.key for e in spoken), voice.library, MOST)
    chosen = {key: voice.library.entries[key] for key in keys}
    partners = [p for e in spoken for p in voice.library.partners(e)]
    usual = [e for e, _ in ranked]
    for entry in (*partners, *usual):
        if len(chosen) >= max(FEWEST, min(len(spoken) + fill, MOST)):
            break
        if entry.needs is None or entry.needs.other in chosen:
            chosen.setdefault(entry.key, entry)
    if len(chosen) < FEWEST:
        for entry in voice.library.of_kind(IssueKind.OTHER):
            chosen.setdefault(entry.key, entry)
    return tuple(chosen.values())[:MOST]


def _term(entry: Entry, texts: Texts) -> Term:
    return term_with(entry, *named_values(entry, texts))


def term_with(entry: Entry, wished: Sequence[Quantity], holds: Sequence[Quantity]) -> Term:
    """The entry with options for what is wished for, and today's value as what holds.

    In the unit and the currency that people count it in, where that is not the library's.
    """
    scale = Scale.spoken(entry, [*wished, *holds])
    held = _values(q for q in holds if scale.takes(q))
    named = scale.at(held[0]) if len(held) == 1 else None
    today = _usual(entry, scale) if named is None and len(held) < 2 else named
    asked = [scale.at(v) for v in _values(q for q in wished if scale.takes(q))]
    held_at = [scale.at(v) for v in held] if named is None else []
    named_at = [i for i in asked if i is not None]
    kept = scale.around([i for i in (*named_at, *held_at, today) if i is not None], named_at)
    label = scale.labels[today] if today is not None else None
    at = kept.labels.index(label) if label in kept.labels else None
    return replace(
        entry.as_term(),
        options=kept.labels,
        unit=scale.unit,
        today=at,
        today_is_usual=at is not None and named is None,
        counted=_counted(entry, scale, [*wished, *holds]),
    )


def _counted(entry: Entry, scale: Scale, named: Sequence[Quantity]) -> Counted:
    if not all(scale.takes(q) for q in named):
        return Counted.IN_ONE_OF_SEVERAL
    return Counted.AS_USUAL if scale.unit == entry.unit else Counted.AS_WRITTEN


def named_values(entry: Entry, texts: Texts) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """(what people wish for, what they say holds) of an entry, read by rules."""
    about = texts.about(entry)
    wished = [f for f in about if _is_position(f, entry) or f in texts.wished]
    told = [f for f in texts.told if f in about]
    holds = texts.disputed.get(entry.key) or _holding(entry, told)
    return tuple(f.quantity for f in wished), holds


def _is_position(figure: Figure, entry: Entry) -> bool:
    """Whether somebody stands for a value: agreed, asked for, or told of what nobody measures."""
    return figure.standing is not Standing.HAPPENED or entry.topic == entry.name


def _holding(entry: Entry, told: Sequence[Figure]) -> tuple[Quantity, ...]:
    """What texts say holds today; several where they differ, whoever names a paper.

    What was booked or paid counts as held, and so do two values told of a term that nobody
    measures: neither is put above the other. "Today it is 2 %" stands for its sentence.
    """
    spoken = {f.sentence for f in told if f.level is Level.TODAYS}
    told = [f for f in told if f.level is Level.TODAYS or f.sentence not in spoken]
    held = [f for f in told if f.standing is Standing.AGREED or f.applied or f.level]
    plain_told = [f for f in told if f.standing is Standing.HAPPENED]
    if not held and entry.topic == entry.name and len(_values(f.quantity for f in plain_told)) > 1:
        held = plain_told
    return tuple(f.quantity for f in held)


def _values(quantities: Iterable[Quantity]) -> tuple[float, ...]:
    return tuple(dict.fromkeys(abs(q.value) for q in quantities))


def _usual(entry: Entry, scale: Scale) -> int | None:
    """Index of the library's usual value, which stands as a guess for people to check."""
    if entry.today is None or scale.unit != entry.unit:
        return None
    return scale.labels.index(entry.options[entry.today])
