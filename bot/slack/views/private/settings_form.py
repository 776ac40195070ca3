"""Settings: the channel's message, one's own, and the days on which one's side rests."""

from collections.abc import Mapping
from datetime import datetime

from bot.casework.preferences import Habits, Part
from bot.casework.set_habits import SetHabits, Settings
from bot.casework.tongues import TONGUES
from bot.mediation.people import ChannelId
from bot.slack.blocks import (
    Block,
    Option,
    View,
    checkboxes,
    context,
    divider,
    header,
    modal,
    section,
    select,
    text_input,
)
from bot.slack.payloads import OpenView, Values, reads_form
from bot.slack.text import lines, moment, people
from bot.slack.views import actions as names

TITLE = "Settings"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ELSEWHERE = (
    "They come in this channel, by your name. Parley cannot write to you alone; your week stands "
    "on My desk at any time."
)
UP_TO = "The channel's week and the days off of {side} are up to those who speak for {side}."
NEVER = "never"
SLACKS = "slack"
_LANGUAGES = [
    Option("As Slack says", SLACKS),
    *(Option(found.name, found.code) for found in TONGUES.values()),
]
PARTS = {
    Part.KEPT: "What was kept",
    Part.OVERDUE: "What is past its day",
    Part.AGREED: "What was agreed",
    Part.RECURS: "What recurs",
    Part.WAITING: "What waits, and for what",
    Part.DUE: "What is due this week",
    Part.ENDED: "What was cleared up or ended",
    Part.PICTURE: "A picture once a month",
}

OWN_PARTS = {
    Part.OVERDUE: "What of yours is past its day",
    Part.WAITING: "What waits for your answer",
    Part.DUE: "What of yours is due this week",
    Part.CONFIRM: "What your side can confirm",
}


def settings_form(found: Settings) -> View:
    """Everything that can be set, with what holds now."""
    off = " ".join(day.isoformat() for day in sorted(found.days_off.days))
    of_channel = [
        header("This channel's week"),
        *_when("", found.of_channel, found.channel_zone),
        _parts("parts", PARTS, found.of_channel),
        divider(),
    ]
    of_side = [
        divider(),
        text_input(
            f"Days off of {found.side.name}",
            "days_off",
            value=off,
            hint="Like 2026-12-25, beside weekends. Nobody is reminded on them.",
            optional=True,
        ),
    ]
    blocks: list[Block] = [*of_channel, *_own(found), *of_side]
    if not found.speaks:
        blocks = [*_own(found), context(people(UP_TO.format(side=found.side.name)))]
    if found.emoji is not None:
        held = " ".join(f":{name}:" for name in sorted(found.emoji.names))
        hint = "On a message, these show whoever gives them the ways to begin, in every channel."
        blocks.append(text_input("Emoji", "emoji", value=held, hint=hint, lines=False))
    about = {"channel": found.channel}
    return modal(TITLE, blocks, callback=names.SETTINGS_FORM, about=about, submit="Save")


@reads_form
def read(view: OpenView) -> SetHabits:
    values = view.values
    of_channel = _left_out(values, "parts", PARTS)
    return SetHabits(
        channel=ChannelId(str(view.about["channel"])),
        of_channel=_habits(values, "", of_channel) if "hour" in values else None,
        mine=_habits(values, "my_", _left_out(values, "my_parts", OWN_PARTS)),
        days_off=values.text("days_off") if "days_off" in values else None,
        emoji=values.text("emoji") if "emoji" in values else None,
    )


def saved_view(channel: datetime, mine: datetime | None) -> View:
    """When the next ones would come, in the reader's own time. mine: None where none comes."""
    text = lines(
        "Saved.",
        f"This channel's next week: {moment(channel)}.",
        f"Your own: {moment(mine)}." if mine else "Your own week stands on My desk at any time.",
        "Where there is nothing to say, nothing comes.",
    )
    return modal(TITLE, [section(text)], callback=names.NOTICE)


def _own(found: Settings) -> list[Block]:
    """One's own week; for whom Parley cannot write to, the reminders that come in the channel."""
    if found.at_home:
        own = _when("my_", found.mine, found.own_zone)
        return [header("Your own week"), *own, _parts("my_parts", OWN_PARTS, found.mine)]
    _, *rest = _when("my_", found.mine, found.own_zone)
    return [header("Your own reminders"), context(people(ELSEWHERE)), *rest]


def _when(prefix: str, habits: Habits, zone: str) -> list[Block]:
    days = [*(Option(day, str(n)) for n, day in enumerate(DAYS)), Option("Never", NEVER)]
    hours = [Option(f"{n:02}:00", str(n)) for n in range(24)]
    hint = f"Empty: {zone}, as Slack says." if not habits.zone else "Empty: as Slack says."
    return [
        select("Day", f"{prefix}day", days, chosen=str(habits.weekday) if habits.digest else NEVER),
        select("Hour", f"{prefix}hour", hours, chosen=str(habits.hour)),
        text_input(
            "Time zone", f"{prefix}zone", value=habits.zone, hint=hint, optional=True, lines=False
        ),
        select("Language", f"{prefix}language", _LANGUAGES, chosen=habits.language or SLACKS),
    ]


def _parts(key: str, parts: Mapping[Part, str], habits: Habits) -> Block:
    shown = [part.value for part in parts if part not in habits.left_out]
    options = [Option(label, part.value) for part, label in parts.items()]
    return checkboxes("It speaks of", key, options, chosen=shown)


def _left_out(values: Values, key: str, parts: Mapping[Part, str]) -> frozenset[Part]:
    """Nothing, where the form did not ask."""
    chosen = set(values.choices(key)) if key in values else {part.value for part in parts}
    return frozenset(part for part in parts if part.value not in chosen)


def _habits(values: Values, prefix: str, left_out: frozenset[Part]) -> Habits:
    day = values.choice(f"{prefix}day") or "0"
    language = values.choice(f"{prefix}language")
    return Habits(
        weekday=int(day) if day != NEVER else 0,
        hour=int(values.choice(f"{prefix}hour")),
        zone=values.text(f"{prefix}zone").strip(),
        language="" if language == SLACKS else language,
        digest=day != NEVER,
        left_out=left_out,
    )
