"""`python -m bench packages | solver | misreport | product | lists`: the figures, by command."""

import argparse
import json
import sys
from pathlib import Path
from typing import get_args

from bench.forms import EITHER_OR, Level
from bench.growth import THREE_SIDES, TWO_SIDES, draw, grow, process_memory
from bench.misreport import effects
from bench.negmas_compared import NotInstalled, compared
from bench.packages import run
from bench.scenarios import MalformedScenario, read_scenarios
from bench.score import scored, summary


def main(arguments: list[str] | None = None) -> int:
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.command(chosen))
    except (MalformedScenario, OSError) as fault:
        print(f"bench: {fault}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    commands = parser.add_subparsers(required=True)
    packages = commands.add_parser("packages", help="menus for a file of scenarios, scored")
    packages.add_argument("--scenarios", type=Path, required=True)
    packages.add_argument("--level", choices=get_args(Level), required=True)
    packages.add_argument(
        "--taps", type=_count, help="most either/or taps a side: 3, at the quick form 5"
    )
    packages.add_argument("--noise", type=_noise, default=0.0, metavar="SD")
    packages.add_argument("--seed", type=_count, default=1)
    packages.add_argument("--out", type=Path, help="where the menus are written, as JSON")
    packages.set_defaults(command=_packages)
    product = commands.add_parser("product", help="start and whole case, in seconds")
    product.set_defaults(command=_product)
    lists = commands.add_parser("lists", help="a list and a desk as the open cases grow")
    lists.set_defaults(command=_lists)
    solver = commands.add_parser("solver", help="time and memory as problems grow; NegMAS")
    solver.add_argument("--plot", type=Path, default=Path("docs/solver-growth.png"))
    solver.set_defaults(command=_solver)
    misreport = commands.add_parser("misreport", help="what false answers gain and cost")
    misreport.add_argument("--scenarios", type=Path, required=True)
    misreport.set_defaults(command=_misreport)
    return parser


def _product(_: argparse.Namespace) -> int:
    from bench import product

    return product.main()


def _lists(_: argparse.Namespace) -> int:
    from bench import lists

    return lists.main()


def _packages(chosen: argparse.Namespace) -> int:
    scenarios = read_scenarios(chosen.scenarios)
    taps = chosen.taps
    if taps is None:
        taps = EITHER_OR if chosen.level == "quick" else 3
    outcomes = list(run(scenarios, chosen.level, taps=taps, noise=chosen.noise, seed=chosen.seed))
    if chosen.out is not None:
        content = {"scenarios": [outcome.as_json() for outcome in outcomes]}
        chosen.out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    scores = [scored(s, o) for s, o in zip(scenarios, outcomes, strict=True)]
    print(summary(scores, outcomes))
    return 0


def _solver(chosen: argparse.Namespace) -> int:
    print("exact Nash package, median of 5 random problems")
    points = []
    for point in (*grow(2, TWO_SIDES), *grow(3, THREE_SIDES)):
        points.append(point)
        print(point)
    draw(points, chosen.plot)
    print(f"plot: {chosen.plot}")
    print(f"most memory of the whole process: {process_memory():.0f} MB")
    try:
        for row in compared():
            print(row)
    except NotInstalled as missing:
        print(f"the comparison is left out: {missing}")
    return 0


def _misreport(chosen: argparse.Namespace) -> int:
    print("mean change of true worth, one side misreporting, the other honest")
    for effect in effects(read_scenarios(chosen.scenarios)):
        print(effect)
    return 0


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError("a whole number from 0 on is needed")
    return int(text)


def _noise(text: str) -> float:
    wanted = argparse.ArgumentTypeError("a standard deviation from 0 to 10 is needed")
    try:
        value = float(text)
    except ValueError:
        raise wanted from None
    if not 0 <= value <= 10:
        raise wanted
    return value


if __name__ == "__main__":
    sys.exit(main())
