"""How good the words are: cases with known answers, scores, a report with a table and a plot.

found = play("builtin", load_cases())
write_report(found, folder)
"""

from bot.facilitator.evaluation.play import BUILTIN, play
from bot.facilitator.evaluation.report import as_markdown, write_report
from bot.facilitator.evaluation.run import Evaluation, evaluate
from bot.facilitator.evaluation.suite import HELD_OUT, SHIPPED, CaseFault, load_cases

__all__ = [
    "BUILTIN",
    "HELD_OUT",
    "SHIPPED",
    "CaseFault",
    "Evaluation",
    "as_markdown",
    "evaluate",
    "load_cases",
    "play",
    "write_report",
]
