"""The common statement by rules: what both name, what differs, and the one question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.facilitator.builtin.account import Account
from bot.facilitator.builtin.agenda import promising
from bot.facilitator.builtin.compare import (
    compared,
    shared_delay,
    shared_figures,
    shared_moments,
)
from bot.facilitator.builtin.dates import differing_dates
from bot.facilitator.builtin.differences import Comparison, Differs, DiffersInAmount, DiffersInFault
from bot.facilitator.builtin.gap import gap_of, telling
from bot.facilitator.builtin.meant import meant_by, rules_of
from bot.facilitator.builtin.naming import in_text, kind_in, lowered, topic_in_text
from bot.facilitator.builtin.papers import shared_numbers
from bot.facilitator.builtin.question import of_event, open_question, settlement
from bot.facilitator.builtin.tone import MAX_WANTS
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry
from bot.facilitator.reading.lexicon import Contrast, Lexicon
from bot.facilitator.reading.moments import Moment
from bot.facilitator.reading.sentences import as_sentence, plain, shortened
from bot.facilitator.reading.topics import Figure, Standing
from bot.mediation.issues import GapKind, IssueKind
from bot.mediation.statements import Brief, CommonStatement, SaidAbout

MAX_SENTENCES = 4
MAX_NAMED, MAX_NUMBERS = 5, 2
BESIDE = 2
"""Characters between a weekday and its date."""

MAX_QUOTE = 140


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement is worded from. spoken: the terms that the texts speak of most."""

    accounts: tuple[Account, ...]
    contrasts: tuple[Contrast, ...]
    lexicon: Lexicon
    spoken: tuple[Entry, ...]


def frame(brief: Brief, voice: Voice) -> CommonStatement:
    """The common statement. Every number in it stands in a side's own text."""
    accounts = voice.accounts.read(brief, kind_in(brief))
    spoken = promising(brief, voice)
    return worded(brief, Ground(accounts, voice.lexicon.contrasts, voice.lexicon, spoken), voice)


def worded(brief: Brief, ground: Ground, voice: Voice) -> CommonStatement:
    """The statement in one language, from accounts that are already read."""
    voice = replace(voice, phrases=voice.phrases.among(len(brief.sides)))
    seen = compared(ground.accounts, _bearing_on(brief, ground.contrasts, voice))
    dates = differing_dates(seen.accounts, voice.phrases.say)
    seen = _without_days_of_rules(replace(seen, readings=(*dates, *seen.readings)))
    gap = gap_of(seen, ground.lexicon)
    return CommonStatement(
        agreed=_agreed(seen, brief, voice),
        disputed=_disputed(seen, voice) or _told(seen, gap, GapKind.FACT, voice),
        understood_differently=_understood(seen, voice)
        or _told(seen, gap, GapKind.INTERPRETATION, voice),
        said=tuple(said(account, voice) for account in seen.accounts),
        gap=gap,
        question=open_question(gap, ground.spoken, seen, voice),
        would_settle=settlement(gap, brief, seen, voice),
    )


def _without_days_of_rules(seen: Comparison) -> Comparison:
    """A day by each side's own rule is no other day: what differs is the rule."""
    rules = " ".join(() if seen.readings else rules_of(seen.accounts))
    days = (d for d in seen.days if not (d.ours.label in rules and d.theirs.label in rules))
    return replace(seen, days=tuple(days)) if rules else seen


def _bearing_on(brief: Brief, contrasts: Sequence[Contrast], voice: Voice) -> tuple[Contrast, ...]:
    """Those that bear on a term of the kind of issue; all where that says little."""
    kind = kind_in(brief)
    own = {e.key for e in voice.library.of_kind(kind)}
    is_open = kind in {IssueKind.OTHER, IssueKind.COMMUNICATION}
    return tuple(c for c in contrasts if is_open or own & set(c.terms))


def said(account: Account, voice: Voice) -> SaidAbout:
    """What a side said of itself, calm, in its own words."""
    calm, say = voice.calm, voice.phrases.say
    return SaidAbout(
        side=account.side,
        account=calm.account(account.told) or say("account_missing"),
        wants=calm.account(account.wants, MAX_WANTS),
        needs=calm.account(account.why, MAX_WANTS),
    )


def _agreed(seen: Comparison, brief: Brief, voice: Voice) -> tuple[str, ...]:
    phrases = voice.phrases
    figures = _with_topics(shared_figures(seen.accounts), brief, voice)
    disputed = {d.entry.key for d in seen.figures if d.entry}
    figures = tuple(f for f in figures if f.entry is None or f.entry.key not in disputed)
    moments = _without_their_weekdays(shared_moments(seen.accounts))
    settled = [f for f in figures if f.entry and f.standing is Standing.AGREED]
    numbers = shared_numbers(seen.accounts)
    named = [
        *(phrases.say("named_number", number=n) for n in numbers[:MAX_NUMBERS]),
        *(_named(f, voice) for f in figures if f not in settled),
        *(_named_moment(m, voice) for m in moments),
    ]
    sentences = (
        [phrases.say("both_figures", things=phrases.listed(named[:MAX_NAMED]))] if named else []
    )
    delay = shared_delay(seen.accounts)
    if delay is not None and delay.measure not in {f.quantity.measure for f in figures}:
        sentences.append(phrases.say("both_late", time=delay.label))
    sentences += [
        phrases.say("both_topic", topic=in_text(f.entry), value=f.quantity.label)
        for f in settled
        if f.entry
    ]
    both = list(seen.accounts[0].interests) if seen.accounts else []
    both = [k for k in both if all(k in a.interests for a in seen.accounts)]
    names = voice.lexicon.interest_names
    sentences += [phrases.say("both_interest", interest=names[k]) for k in both[:2]]
    return tuple(sentences[:MAX_SENTENCES])


def _without_their_weekdays(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """Without the Sunday of "Sunday 8 November", which the day says already."""
    days = [m.start for m in moments if m.is_day]
    return tuple(
        m
        for m in moments
        if not (m.key.startswith("weekday") and any(0 < at - m.end <= BESIDE for at in days))
    )


def _with_topics(figures: Sequence[Figure], brief: Brief, voice: Voice) -> tuple[Figure, ...]:
    """Figures whose matter no side named, with the matter that the channel's texts name."""
    told = [f for text in brief.sources for f in voice.figures.read(plain(text))]
    matter = {f.quantity.measure: f.entry for f in told if f.entry}
    return tuple(
        replace(f, entry=matter.get(f.quantity.measure)) if f.entry is None else f for f in figures
    )


def _named(figure: Figure, voice: Voice) -> str:
    label = figure.quantity.label
    if figure.entry is None:
        return lowered(label)
    return voice.phrases.say("named_topic", topic=topic_in_text(figure.entry), value=label)


def _named_moment(moment: Moment, voice: Voice) -> str:
    """With the article that a language gives to days and to hours: "el 7 de marzo"."""
    if moment.is_clock:
        return voice.phrases.say("named_hour", hour=moment.label)
    takes_article = moment.is_day or moment.key.startswith("weekday")
    return voice.phrases.say("named_day", day=moment.label) if takes_article else moment.label


def _disputed(seen: Comparison, voice: Voice) -> tuple[str, ...]:
    sentences = [_amount_sentence(d, voice) for d in seen.amounts]
    sentences += [_figure_sentence(d, voice) for d in seen.figures]
    sentences += [
        voice.phrases.say("differ_time", late=d.late.name, on_time=d.on_time.name, time=d.by.label)
        for d in seen.lateness
    ]
    sentences += [
        voice.phrases.say(
            "differ_delay",
            first=d.first.name,
            second=d.second.name,
            a=d.ours.label,
            b=d.theirs.label,
        )
        for d in seen.delays
    ]
    sentences += [_fault_sentence(d, voice) for d in seen.faults]
    sentences += [
        voice.phrases.say(
            "differ_hour" if d.ours.is_clock else "differ_day",
            of_event=of_event(d, voice),
            first=d.first.name,
            second=d.second.name,
            a=d.ours.label,
            b=d.theirs.label,
        )
        for d in seen.days
    ]
    return tuple(sentences[:MAX_SENTENCES])


def _figure_sentence(differs: Differs, voice: Voice) -> str:
    names = {"first": differs.first.name, "second": differs.second.name}
    values = {"a": differs.ours.label, "b": differs.theirs.label}
    say = voice.phrases.say
    if differs.entry is None:
        return say("differ_count", **names, **values)
    if differs.standing is Standing.HAPPENED:
        return say("differ_happened", topic=differs.entry.topic, **names, **values)
    return say("differ_agreed", topic=in_text(differs.entry), **names, **values)


def _amount_sentence(differs: DiffersInAmount, voice: Voice) -> str:
    names = {"first": differs.first.name, "second": differs.second.name}
    values = {"a": differs.ours.label, "b": differs.theirs.label}
    return as_sentence(voice.phrases.say("differ_amount", paper=differs.paper, **names, **values))


def _fault_sentence(differs: DiffersInFault, voice: Voice) -> str:
    faulty, sound, count = differs.faulty.name, differs.sound.name, differs.count.label
    say = voice.phrases.say
    if differs.rate is None:
        return say("differ_fault", faulty=faulty, sound=sound, count=count)
    return say(
        "differ_fault_rate", faulty=faulty, sound=sound, count=count, rate=differs.rate.label
    )


def _understood(seen: Comparison, voice: Voice) -> tuple[str, ...]:
    say = voice.phrases.say
    sentences = [
        say(
            "reads_as",
            subject=r.contrast.subject,
            first=r.first.name,
            second=r.second.name,
            a=r.ours,
            b=r.theirs,
        )
        for r in seen.readings
    ]
    if not sentences and (meant := meant_by(seen.accounts)):
        names = {"first": seen.accounts[0].name, "second": seen.accounts[1].name}
        a, b = (_quoted(m, voice) for m in meant[:2])
        sentences.append(say("meant_both", **names, a=a, b=b))
    return tuple(sentences[:MAX_SENTENCES])


def _told(seen: Comparison, gap: GapKind, of: GapKind, voice: Voice) -> tuple[str, ...]:
    """What each of two sides says, where words alone show the gap and no rule says what differs."""
    if gap is not of or len(seen.accounts) != 2:
        return ()
    first, second = seen.accounts
    a, b = (voice.calm.account(telling(account, of)) for account in seen.accounts)
    if not a or not b:
        return ()
    how = "differ_told" if of is GapKind.FACT else "meant_both"
    names = {"first": first.name, "second": second.name}
    return (voice.phrases.say(how, **names, a=_quoted(a, voice), b=_quoted(b, voice)),)


def _quoted(meaning: str, voice: Voice) -> str:
    calm = voice.calm.account(meaning) or meaning
    return shortened(calm, MAX_QUOTE).rstrip(".")
