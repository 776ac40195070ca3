"""Case files: what is taken, and how every fault is named."""

from pathlib import Path

import pytest
import yaml

from bot.sandbox.play.read_case import SHIPPED, CaseFault, read_case, shipped

GOOD = (SHIPPED / "late_delivery.yaml").read_text(encoding="utf-8")


def changed(tmp_path: Path, change: str) -> Path:
    """The late delivery with some YAML laid over its first level."""
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump({**yaml.safe_load(GOOD), **yaml.safe_load(change)}))
    return path


def fault_of(path: Path) -> str:
    with pytest.raises(CaseFault) as found:
        read_case(path)
    return str(found.value)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_case_is_read_and_its_people_belong_to_its_organisations(path: Path) -> None:
    case = read_case(path)
    assert case == shipped(path.stem)
    assert {one.of for one in case.people.values()} == set(case.organisations)


def test_the_host_is_the_organisation_that_says_so() -> None:
    assert shipped("late_delivery").host == "Northwind Foods"


def test_a_term_that_is_not_spoken_of_has_the_side_s_default() -> None:
    side = shipped("late_delivery").sides["Baltic Packaging"]
    assert side.other_terms == 1
    assert "Something else" not in side.terms


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("{colour: red}", "colour: is not known here"),
        ("{ends: Somehow}", "ends: "),
        ("{channel: With Spaces}", "channel: "),
        ("{messages: []}", "messages: "),
        ("{start: {by: maria, how: shout}}", "start.how: "),
        ("{start: {by: nobody, how: raise}}", "start.by: nobody is not among the people"),
        ("{start: {by: maria, how: raise, message: 9}}", "start.message: there are 2 messages"),
        ("{messages: [{by: zoe, says: Hello}]}", "messages.0.by: zoe is not among the people"),
        ("{organisations: {A: {domain: a, trade: buys}}}", "organisations: "),
        ("{start: {by: maria, how: clarify}}", "sides.Northwind Foods.line: is missing"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, change: str, said: str) -> None:
    path = changed(tmp_path, change)
    assert f"{path}: {said}" in fault_of(path).replace("\n", f"\n{path}: ")


def test_an_importance_above_ten_is_named_down_to_the_term(tmp_path: Path) -> None:
    raw = yaml.safe_load(GOOD)
    raw["sides"]["Northwind Foods"]["terms"]["OTIF target"]["importance"] = 11
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(raw))
    assert "sides.Northwind Foods.terms.OTIF target.importance: " in fault_of(path)
    assert "not 11" in fault_of(path)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    told = fault_of(changed(tmp_path, "{colour: red, ends: Somehow, channel: X Y}"))
    assert [word in told for word in ("colour", "ends", "channel")] == [True, True, True]


def test_a_key_that_stands_twice_is_refused_instead_of_the_first_being_lost(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD + "title: Another\n")
    assert "“title” stands twice" in fault_of(path)


def test_two_hosts_are_one_too_many(tmp_path: Path) -> None:
    raw = yaml.safe_load(GOOD)
    raw["organisations"]["Baltic Packaging"]["host"] = True
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(raw))
    assert "exactly one of them has host: true" in fault_of(path)


@pytest.mark.parametrize("text", ["[1, 2", "just words", ""])
def test_what_is_no_case_at_all_is_refused_with_the_file_s_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text)
    assert str(path) in fault_of(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "No such file" in fault_of(tmp_path / "nowhere.yaml")
