"""Questions to one side about its own account, where something is missing that would help."""

from collections.abc import Iterator

from bot.casework.asking import FollowUp, Offer, Part
from bot.facilitator.builtin.naming import topic_in_text
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.moments import clocks_in, written_dates
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.sentences import as_sentence, plain
from bot.mediation.issues import IssueKind

MOST = 3
FEWEST_WORDS = 2
COUNTED = frozenset(
    {
        IssueKind.LATE_DELIVERY,
        IssueKind.PRICE,
        IssueKind.VOLUME,
        IssueKind.PAYMENT,
        IssueKind.FORECAST,
        IssueKind.QUALITY,
        IssueKind.DETENTION,
        IssueKind.SERVICE_LEVEL,
    }
)
"""Kinds of issue that turn on a number."""
TIMED = frozenset({IssueKind.LATE_DELIVERY, IssueKind.DETENTION, IssueKind.SERVICE_LEVEL})
"""Those of them for which a day or an hour says as much as a number."""


def may_say(why: str, voice: Voice) -> Offer | None:
    """The first interest that a reason shows, in the library's words and not in the side's."""
    words = plain(why)
    shown = (k for k, cues in voice.lexicon.interests.items() if any_of(cues, words))
    name = voice.lexicon.interest_names.get(next(shown, ""), "")
    if not name:
        return None
    say = voice.phrases.say
    return Offer(say("may_say", interest=name), as_sentence(say("said_to_matter", interest=name)))


def follow_ups(
    kind: IssueKind, *, happened: str, wants: str, why: str, known: str = "", voice: Voice
) -> tuple[FollowUp, ...]:
    """At most three, what clears up most first; none where the account says enough.

    A missing day or reason is worth no page of its own: it is asked along with the rest.
    """
    told = [plain(t) for t in (happened, wants, why, known)]
    needed = tuple(_needed(kind, told[0], told[1], told[3], voice))
    if not needed:
        return ()
    return (*needed, *_welcome(told[0], told[2], told[3], voice))[:MOST]


def _needed(
    kind: IssueKind, happened: str, wants: str, known: str, voice: Voice
) -> Iterator[FollowUp]:
    say = voice.phrases.say
    if len(wants.split()) < FEWEST_WORDS and not voice.figures.read(wants, kind=kind):
        yield FollowUp(say("ask_wants"), say("ask_wants_reason"), Part.WANTS)
    undefined = _undefined(kind, f"{happened}\n{wants}", voice)
    if undefined is not None:
        yield undefined
    said = f"{happened}\n{known}"
    is_timed = kind in TIMED and _names_a_time(said, voice)
    if kind in COUNTED and not is_timed and not voice.figures.read(said, kind=kind):
        yield FollowUp(say("ask_how_much"), say("ask_how_much_reason"))


def _names_a_time(text: str, voice: Voice) -> bool:
    moments = (*voice.moments.read(text), *clocks_in(text), *written_dates(text))
    return any(not m.month or m.is_day for m in moments)


def _welcome(happened: str, why: str, known: str, voice: Voice) -> Iterator[FollowUp]:
    say = voice.phrases.say
    said = f"{happened}\n{known}"
    if not voice.moments.read(said) and not written_dates(said):
        yield FollowUp(say("ask_when"), say("ask_when_reason"))
    if not why:
        yield FollowUp(say("ask_why"), say("ask_why_reason"), Part.WHY)


def _undefined(kind: IssueKind, text: str, voice: Voice) -> FollowUp | None:
    """For the first term with a number that is often understood differently, and is not defined."""
    for figure in voice.figures.read(text, kind=kind):
        entry = figure.entry
        if entry is None or not entry.mismatch or _defines(entry.key, text, voice):
            continue
        say = voice.phrases.say
        return FollowUp(
            say("ask_definition", topic=topic_in_text(entry)),
            say("ask_definition_reason", mismatch=entry.mismatch),
        )
    return None


def _defines(key: str, text: str, voice: Voice) -> bool:
    """Whether the text shows a reading of any contrast that bears on the term."""
    return any(
        any_of(reading.cues, text)
        for contrast in voice.lexicon.contrasts
        if key in contrast.terms
        for reading in contrast.readings
    )
