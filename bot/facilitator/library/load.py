"""Read the library's files, strictly: a missing or unknown field is refused, with its place."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.facilitator.library.entries import Entry, Library, Needs, inside
from bot.facilitator.library.faults import Faults, LibraryFault
from bot.facilitator.library.spoken import speak
from bot.facilitator.yaml_files import read_yaml
from bot.mediation.issues import IssueKind
from bot.mediation.people import TradeRole
from bot.mediation.refusals import Unclear

SHIPPED = Path(__file__).parent

_TEXTS = ("key", "name", "unit", "definition", "more", "less")
_LISTS = ("options", "traded_for", "cues")
_REQUIRED = {*_TEXTS, *_LISTS, "today", "wants_more", "duty"}
_KNOWN = _REQUIRED | {"mismatch", "topic", "noun", "topic_noun", "holds", "needs"}


def load_library(extra: Path | None = None) -> Library:
    """The shipped library, with a company's own file or folder of files on top.

    An entry of a known key takes the shipped one's place. Raises LibraryFault with every fault
    that was found.
    """
    faults = Faults()
    kinds: dict[IssueKind, tuple[str, ...]] = {}
    entries: dict[str, Entry] = {}
    for path in (*_files(SHIPPED), *(_files(extra) if extra else ())):
        content = _content(path, faults)
        kind = _kind(content.get("kind"), path, faults)
        kinds[kind] = (*kinds.get(kind, ()), *_strings(content.get("cues", []), path, faults))
        for entry in _entries(content, kind, path, faults):
            entries[entry.key] = entry
    _check_partners(entries, faults)
    spoken = {
        folder.name: _spoken(folder, entries, faults)
        for folder in sorted(SHIPPED.iterdir())
        if folder.is_dir() and list(folder.glob("*.yaml"))
    }
    faults.raise_if_any()
    return Library(entries, kinds, spoken)


def _files(place: Path) -> tuple[Path, ...]:
    if place.is_dir():
        return tuple(sorted(place.glob("*.yaml")))
    if not place.exists():
        raise LibraryFault([f"{place}: there is no such file; name one, or leave the setting out"])
    return (place,)


def _content(path: Path, faults: Faults) -> Mapping[str, Any]:
    try:
        content = read_yaml(path)
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        faults.note(path, f"is not readable YAML: {fault}")
        return {}
    if not isinstance(content, dict):
        faults.note(path, "needs `kind`, `cues` and `terms` at its top")
        return {}
    for name in sorted(set(map(str, content)) - {"kind", "cues", "terms"}):
        faults.note(path, f"does not know `{name}`")
    return content


def _kind(value: object, path: Path, faults: Faults) -> IssueKind:
    if value in set(IssueKind):
        return IssueKind(str(value))
    faults.note(path, f"`kind` is one of {', '.join(IssueKind)}; here it is {value!r}")
    return IssueKind.OTHER


def _entries(
    content: Mapping[str, Any], kind: IssueKind, path: Path, faults: Faults
) -> Iterator[Entry]:
    terms = content.get("terms")
    if not isinstance(terms, list) or not terms:
        faults.note(path, "needs a list of `terms`")
        return
    for number, fields in enumerate(terms, start=1):
        where = f"term {number}"
        if not isinstance(fields, dict):
            faults.note(path, f"{where}: is no mapping of fields")
            continue
        where = f"{where} ({fields.get('key', 'no key')})"
        entry = _entry(fields, kind, path, where, faults)
        if entry is not None:
            yield entry


def _entry(
    fields: Mapping[str, Any], kind: IssueKind, path: Path, where: str, faults: Faults
) -> Entry | None:
    missing, unknown = _REQUIRED - set(fields), set(fields) - _KNOWN
    for name in sorted(missing):
        faults.note(path, f"{where}: `{name}` is missing")
    for name in sorted(map(str, unknown)):
        faults.note(path, f"{where}: does not know `{name}`")
    if missing or unknown:
        return None
    texts = {name: _text(fields[name], path, f"{where}: `{name}`", faults) for name in _TEXTS}
    topic = _text(fields.get("topic", fields["name"]), path, f"{where}: `topic`", faults)
    told = _with_article(topic)
    noun = str(fields.get("noun", _with_article(texts["name"])))
    lists = {name: _strings(fields[name], path, faults, f"{where}: `{name}`") for name in _LISTS}
    entry = Entry(
        kind=kind,
        topic=topic,
        holds=_flag(fields.get("holds", False), path, f"{where}: `holds`", faults),
        mismatch=str(fields.get("mismatch", "")),
        noun=noun,
        topic_noun=str(fields.get("topic_noun", noun if topic == texts["name"] else told)),
        today=_today(fields["today"], lists["options"], path, where, faults),
        wants_more=_role(fields["wants_more"], path, f"{where}: `wants_more`", faults),
        duty=_role(fields["duty"], path, f"{where}: `duty`", faults),
        key=texts["key"],
        name=texts["name"],
        unit=texts["unit"],
        definition=texts["definition"],
        more=texts["more"],
        less=texts["less"],
        options=lists["options"],
        traded_for=lists["traded_for"],
        cues=lists["cues"],
        needs=_needs(fields.get("needs"), lists["options"], path, where, faults),
    )
    try:
        entry.as_term()
    except Unclear as fault:
        faults.note(path, f"{where}: {fault}")
    return entry


def _with_article(name: str) -> str:
    """ "the OTIF target", "the payment days"."""
    return f"the {inside(name)}"


def _text(value: object, path: Path, where: str, faults: Faults) -> str:
    if isinstance(value, str) and value.strip():
        return value
    faults.note(path, f"{where} is a text in quotes; here it is {value!r}")
    return ""


def _strings(value: object, path: Path, faults: Faults, where: str = "`cues`") -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    faults.note(path, f"{where} is a list of texts; put numbers in quotes")
    return ()


def _today(
    value: object, options: tuple[str, ...], path: Path, where: str, faults: Faults
) -> int | None:
    if value is None:
        return None
    if value in options:
        return options.index(str(value))
    faults.note(path, f"{where}: `today` is {value!r}, which is none of its options")
    return None


def _needs(
    value: object, options: tuple[str, ...], path: Path, where: str, faults: Faults
) -> Needs | None:
    if value is None:
        return None
    if isinstance(value, dict) and set(value) == {"term", "unless"} and value["unless"] in options:
        return Needs(str(value["term"]), options.index(value["unless"]))
    faults.note(path, f"{where}: `needs` has a `term` and `unless`, one of its own options")
    return None


def _role(value: object, path: Path, where: str, faults: Faults) -> TradeRole | None:
    if value is None:
        return None
    if value in {TradeRole.CUSTOMER.value, TradeRole.PROVIDER.value}:
        return TradeRole(str(value))
    faults.note(path, f"{where} is customer, provider or null; here it is {value!r}")
    return None


def _flag(value: object, path: Path, where: str, faults: Faults) -> bool:
    if not isinstance(value, bool):
        faults.note(path, f"{where} is true or false; here it is {value!r}")
    return value is True


def _check_partners(entries: Mapping[str, Entry], faults: Faults) -> None:
    for entry in entries.values():
        for key in entry.traded_for:
            if key not in entries:
                faults.note(SHIPPED, f"{entry.key}: `traded_for` names {key}, which is no term")
        if entry.needs is not None and entry.needs.other not in entries:
            faults.note(
                SHIPPED, f"{entry.key}: `needs` names {entry.needs.other}, which is no term"
            )


def _spoken(folder: Path, entries: Mapping[str, Entry], faults: Faults) -> dict[str, Entry]:
    """The entries of one language: `key: {name, topic, ...}` in each of its files."""
    spoken: dict[str, Entry] = {}
    for path in _files(folder):
        for key, words in (read_yaml(path) or {}).items():
            if key not in entries:
                faults.note(path, f"{key} is no term of the library")
            else:
                spoken[key] = speak(entries[key], words, path, faults)
    return spoken
