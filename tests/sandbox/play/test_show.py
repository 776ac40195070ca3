"""`make try` from outside: it tells a case, ends by itself, and its exit code says how it went."""

import re
import subprocess
import sys
from pathlib import Path

import yaml

from bot.sandbox.play.read_case import SHIPPED

ROOT = Path(__file__).parents[3]


def play(path: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "bot.sandbox", "play", "--case", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)


def test_a_case_is_told_from_its_first_message_to_what_it_took() -> None:
    told = play(SHIPPED / "five_days.yaml")
    assert told.returncode == 0, told.stdout + told.stderr
    chapters = re.findall(r"^(\S.*?) ─+$", told.stdout, re.MULTILINE)
    assert chapters[0] == "What was said"
    assert chapters[-2:] == ["The Monday after", "Cleared up. What it took"]
    assert "One misunderstanding was cleared up without a case." in told.stdout
    assert "Lena Fischer" in told.stdout
    assert max(len(line) for line in told.stdout.splitlines()) <= 110


def test_it_travels_in_time_to_the_days_on_which_people_hear_of_it_again() -> None:
    told = play(SHIPPED / "late_delivery.yaml")
    assert told.returncode == 0, told.stdout + told.stderr
    _, monday = told.stdout.split("The Monday before it is due ", 1)
    monday, day = monday.split("On the day ", 1)
    day, first = day.split("The first Monday of the month ", 1)
    assert "This week in this channel" in monday
    assert "Your week: " in monday
    assert "Due today: " in day
    assert "There is something for you on My desk." in day
    assert "commitments were kept this week. Thank you." in first
    assert "Twelve weeks in this channel" in first


def test_an_end_that_the_file_does_not_expect_is_said_and_the_exit_code_is_not_zero(
    tmp_path: Path,
) -> None:
    raw = yaml.safe_load((SHIPPED / "five_days.yaml").read_text(encoding="utf-8"))
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump({**raw, "ends": "Fulfilled"}))
    told = play(path)
    assert told.returncode == 1
    assert "The case ended as “Cleared up”; its file says “Fulfilled”." in told.stdout


def test_a_file_that_cannot_be_played_is_refused_before_anything_starts(tmp_path: Path) -> None:
    told = play(tmp_path / "nowhere.yaml")
    assert told.returncode == 2
    assert "there is no such file." in told.stdout


def test_a_misspelt_term_is_refused_before_anything_starts(tmp_path: Path) -> None:
    raw = yaml.safe_load((SHIPPED / "late_delivery.yaml").read_text(encoding="utf-8"))
    terms = raw["sides"]["Baltic Packaging"]["terms"]
    terms["Frozen oder window"] = terms.pop("Frozen order window")
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(raw))
    told = play(path)
    assert told.returncode == 2
    [line] = told.stdout.splitlines()
    place = f"{path}: sides.Baltic Packaging.terms.Frozen oder window: "
    assert line.startswith(f"{place}is no term that Parley knows. Is it “Frozen order window”?")


def test_an_option_that_the_case_s_own_form_does_not_show_ends_the_story_with_its_place(
    tmp_path: Path,
) -> None:
    raw = yaml.safe_load((SHIPPED / "late_delivery.yaml").read_text(encoding="utf-8"))
    raw["sides"]["Northwind Foods"]["terms"]["OTIF target"]["never"] = ["9 %"]
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(raw))
    told = play(path)
    assert told.returncode == 2
    place = f"{path}: sides.Northwind Foods.terms.OTIF target.never: "
    assert f"{place}9 % is none of its options here: " in told.stdout
    assert "What matters, in private" not in told.stdout
