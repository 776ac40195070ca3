"""The terms that a case file names, held against those that there are, first all, then this case's.

A name that is no term's would otherwise be passed over in silence, and the story would be another.
"""

import json
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from bot.sandbox.play.case import CaseFile
from bot.sandbox.play.judgement import Term

LISTED = (sys.executable, "-m", "bot", "terms", "--json")


def known_terms(command: Sequence[str] = LISTED) -> frozenset[str]:
    """Every term that Parley has a name for, as its own command lists them.

    Raises CalledProcessError where the command does not end well.
    """
    listed = subprocess.run(command, check=True, capture_output=True, text=True)
    return frozenset(json.loads(listed.stdout))


def unknown(case: CaseFile, known: Collection[str]) -> list[str]:
    """A sentence for each name in the file that is no term's at all."""
    return [
        f"{place}: is no term that Parley knows. {_meant(name, known)}"
        for place, name in _named(case)
        if name not in known
    ]


def misread(case: CaseFile, terms: Sequence[Term]) -> list[str]:
    """A sentence for each term and each option in the file that this case's form does not show."""
    there = {term.name: term for term in terms}
    faults = [
        f"{place}: is not on the table in this case. There are {', '.join(there)}."
        for place, name in _named(case)
        if name not in there
    ]
    for place, name, label in _options(case):
        if name in there and label not in there[name].options:
            options = ", ".join(there[name].options)
            faults.append(f"{place}: {label} is none of its options here: {options}.")
        elif name in there and place.startswith("sides") and label == there[name].today:
            faults.append(f"{place}: {label} holds today, so nobody is asked whether it could be.")
    return faults


def _named(case: CaseFile) -> Iterator[tuple[str, str]]:
    """(place in the file, name) of every term that it names."""
    yield from ((f"today.{name}", name) for name in case.today)
    for side, says in case.sides.items():
        yield from ((f"sides.{side}.terms.{name}", name) for name in says.terms)


def _options(case: CaseFile) -> Iterator[tuple[str, str, str]]:
    """(place, term's name, option) of every option that it names."""
    yield from ((f"today.{name}", name, label) for name, label in case.today.items())
    for side, says in case.sides.items():
        for name, view in says.terms.items():
            yield from ((f"sides.{side}.terms.{name}.never", name, label) for label in view.never)


def _meant(name: str, known: Collection[str]) -> str:
    by_folded = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), by_folded, n=1)
    listed = "`parley terms` lists them all."
    return f"Is it “{by_folded[close[0]]}”? {listed}" if close else listed
