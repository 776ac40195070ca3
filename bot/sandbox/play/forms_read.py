"""Terms, packages and questions as they are read from a form's labels and text."""

from collections.abc import Callable, Iterable, Sequence

from bot.sandbox.play.card_words import PACKAGE, TODAY
from bot.sandbox.play.form_words import BEST, HOLDS, NOT_SO, ONE, TWO
from bot.sandbox.play.judgement import Package, Term
from bot.sandbox.seen import Form


def terms_in(form: Form) -> list[Term]:
    """The terms of the form in which today's values are checked."""
    found = []
    for field in form.fields:
        if field.label.endswith(HOLDS):
            options = field.options[:-1]  # the last one says that nothing is fixed
            held = field.value[0] if field.value and field.value[0] in options else None
            found.append(Term(field.label.rpartition(", ")[0], options, held))
    return found


def usual_best(form: Form, terms: Sequence[Term]) -> dict[str, str]:
    """The option of each term that the rating form takes to be best for its reader."""
    said = next((line for line in form.text.splitlines() if line.startswith(BEST)), "")
    ends = [(t.name, o) for t in terms for o in (t.options[0], t.options[-1])]
    whole = "; " + said.partition(": ")[2]
    for mark in NOT_SO:
        whole = whole.replace(mark, ";")
    return {name: option for name, option in ends if f"; {name}: {option};" in whole}


def packages_in(text: str, terms: Sequence[Term]) -> dict[str, Package]:
    """The packages told in a text, by their headings: "Package A" and so on."""
    return {
        heading: _package(lines, terms)
        for heading, lines in _parts(text, lambda line: line.startswith(PACKAGE))
    }


def question_in(text: str, terms: Sequence[Term]) -> tuple[Package, Package]:
    """The two packages of an either/or question."""
    parts = [lines for _, lines in _parts(text, lambda line: line in (*ONE, *TWO))]
    first, second = parts
    return _package(first, terms), _package(second, terms)


def _parts(text: str, heads: Callable[[str], bool]) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if heads(line):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
    return found


def _package(lines: Iterable[str], terms: Sequence[Term]) -> Package:
    """Today's terms with the changes that bullets tell: "•  Payment term: 45 days (today 30)"."""
    package = {t.name: t.today for t in terms if t.today is not None}
    for line in lines:
        for term in terms:
            start = f"•  {term.name}: "
            if line.startswith(start):
                package[term.name] = _before_today(line.removeprefix(start))
    return package


def _before_today(told: str) -> str:
    for mark in TODAY:
        told = told.split(mark)[0]
    return told
