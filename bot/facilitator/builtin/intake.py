"""What a thread says about an issue, to prefill the form with."""

from collections.abc import Sequence

from bot.facilitator.builtin.claims import holds_figures, told_in, wanted_in, words_of_files
from bot.facilitator.builtin.kind import kind_of, urgency_of
from bot.facilitator.builtin.thread import cut_down
from bot.facilitator.builtin.title import bare_title, title_of, without_greeting
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.sentences import as_sentence, plain, sentences, shortened
from bot.mediation.issues import Intake, IssueKind, Message

MAX_LINES = 5
MAX_LINE = 240
MAX_HAPPENED = 600
RAISED_WEIGHT = 2.0
FEWEST_WORDS = 5
"""Beside the raised message, "Sorry, was out" and "Any news?" say nothing of the kind."""


def intake(messages: Sequence[Message], *, raised_from: str, voice: Voice) -> Intake:
    """Title and kind from the message it was raised from, what happened from the whole thread."""
    if not messages:
        return Intake("", "", IssueKind.OTHER)
    messages = cut_down(messages, raised_from=raised_from, voice=voice)
    raised = next((m for m in messages if m.ts == raised_from), messages[-1])
    weighed = [(_read(m), RAISED_WEIGHT if m is raised else 1.0 / len(messages)) for m in messages]
    kind = kind_of([(t, w) for t, w in weighed if w == RAISED_WEIGHT or says_much(t)], voice)
    return Intake(
        title=_title(raised, kind, voice, first_names(messages)),
        happened=_happened(messages, raised, voice),
        kind=kind,
        urgency=urgency_of(plain(raised.text), voice),
        claims=told_in(messages, voice),
        wants=wanted_in(messages, voice),
    )


def says_much(text: str) -> bool:
    """Whether a message beside the raised one says enough to tell what the matter is."""
    return len(text.split()) >= FEWEST_WORDS


def outline(message: Message, *, voice: Voice) -> Intake:
    """Kind and urgency, and a title of kind and numbers; nothing that was written is repeated."""
    text = _read(message)
    kind = kind_of([(text, RAISED_WEIGHT)], voice)
    return Intake(bare_title(text, kind, voice), "", kind, urgency_of(text, voice))


def _read(message: Message) -> str:
    """Its words and what the names of its files say."""
    return f"{plain(message.text)} {words_of_files(message)}".strip()


def first_names(messages: Sequence[Message]) -> tuple[str, ...]:
    """By which those who write in a thread may call each other."""
    names = (m.author_name.split() for m in messages)
    return tuple(dict.fromkeys(n[0] for n in names if n))


def _title(raised: Message, kind: IssueKind, voice: Voice, names: Sequence[str]) -> str:
    """Of a message that is a file alone: the matter and its numbers, from the file's name."""
    if plain(raised.text):
        return title_of(raised.text, kind, voice, names)
    named = words_of_files(raised)
    return bare_title(named, kind, voice) if named else ""


def _happened(messages: Sequence[Message], raised: Message, voice: Voice) -> str:
    """The raised message, and beside it whatever of the thread holds a number or a day."""
    telling = [m for m in messages if m is raised or _tells(m, voice)]
    if len(telling) == 1:
        return shortened(_core(raised, voice, MAX_HAPPENED), MAX_HAPPENED)
    others = [m for m in telling if m is not raised][-(MAX_LINES - 1) :]
    lines = [
        voice.phrases.say(
            "said_in_thread", name=m.author_name or "—", words=_core(m, voice, MAX_LINE)
        )
        for m in telling
        if (m is raised or m in others) and _core(m, voice, MAX_LINE)
    ]
    return "\n".join(lines)


def _core(message: Message, voice: Voice, limit: int) -> str:
    """A message without its greeting and without words of blame, in its own words."""
    if message.files and not plain(message.text):
        return shortened(voice.phrases.say("attached", files=", ".join(message.files)), limit)
    told = [as_sentence(without_greeting(s, voice)) for s in sentences(plain(message.text))]
    text = " ".join(s for s in told if s)
    calm = voice.calm.account(text, limit)
    if calm or voice.calm.is_beside_the_matter(text):
        return calm
    return shortened(text, limit)


def _tells(message: Message, voice: Voice) -> bool:
    return holds_figures(_read(message), voice)
