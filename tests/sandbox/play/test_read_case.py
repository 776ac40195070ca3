"""Case files: what is taken, and how every fault is named."""

from pathlib import Path

import pytest
import yaml

from bot.sandbox.play.read_case import SHIPPED, CaseFault, path_of, read_case, shipped

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
        ("{messages: []}", "messages: there should be at least 1 of them."),
        ("{start: maria}", "start: should have keys of its own; docs/cases.md names them."),
        ("{start: {by: maria, how: shout}}", "start.how: "),
        ("{start: {by: nobody, how: raise}}", "start.by: nobody is not among the people"),
        ("{start: {by: maria, how: raise, message: 9}}", "start.message: there are 2 messages"),
        ("{messages: [{by: zoe, says: Hello}]}", "messages.0.by: zoe is not among the people"),
        ("{organisations: {A: {domain: a, trade: buys}}}", "organisations: "),
        ("{start: {by: maria, how: clarify}}", "sides.Northwind Foods.line: is missing"),
        ("{ends: Settled}", "ends: should be 'Fulfilled', 'Cleared up' or 'No package found'"),
        (
            "{people: {maria: {name: M, of: Northwind Foods},"
            " tomas: {name: T, of: Northwind Foods}}}",
            "sides.Baltic Packaging.speaker: tomas is of Northwind Foods.",
        ),
        (
            "{people: {maria: {name: M, of: Northwind Foods, time_zone: Europe/Berln},"
            " tomas: {name: T, of: Baltic Packaging}}}",
            "people.maria.time_zone: Europe/Berln is no time zone; write it like Europe/Berlin.",
        ),
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


def with_side(tmp_path: Path, **says: object) -> Path:
    """The late delivery, in which Northwind says this too."""
    raw = yaml.safe_load(GOOD)
    raw["sides"]["Northwind Foods"].update(says)
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(raw))
    return path


def test_a_line_in_a_case_that_asks_for_none_is_refused(tmp_path: Path) -> None:
    told = fault_of(with_side(tmp_path, line="We meant Tuesday."))
    assert "sides.Northwind Foods.line: is heard only where start.how is clarify." in told


def test_a_reason_may_not_be_shared_that_is_not_given(tmp_path: Path) -> None:
    told = fault_of(with_side(tmp_path, why=None, share_why=True))
    assert "sides.Northwind Foods.share_why: there is no why to share." in told


def test_who_starts_speaks_for_a_side_as_nobody_else_has_hands_in_the_story(
    tmp_path: Path,
) -> None:
    raw = yaml.safe_load(GOOD)
    raw["people"]["zoe"] = {"name": "Zoe", "of": "Baltic Packaging"}
    raw["start"]["by"] = "zoe"
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(raw))
    assert "start.by: zoe speaks for no side; name maria or tomas." in fault_of(path)


def test_two_lines_that_do_not_clear_it_up_need_what_a_case_is_told_with(tmp_path: Path) -> None:
    raw = yaml.safe_load((SHIPPED / "five_days.yaml").read_text(encoding="utf-8"))
    raw["sides"]["Hanse Freight"]["cleared_up"] = False
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(raw))
    told = fault_of(path)
    assert "sides.Hanse Freight.happened: is missing, and this case comes to it." in told
    assert "sides.Northwind Foods.wants: is missing, and this case comes to it." in told


def test_each_fault_of_several_stands_on_a_line_with_the_file_s_name(tmp_path: Path) -> None:
    path = changed(tmp_path, "{start: {by: nobody, how: clarify}}")
    lines = fault_of(path).splitlines()
    assert len(lines) >= 3
    assert all(line.startswith(f"{path}: ") for line in lines)


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: x\nends: [1, 2", "it cannot be read as YAML: line 2, column 12: expected"),
        ("just words", "it has no keys such as “title:” and “people:”."),
        ("- a\n- list", "it has no keys such as “title:” and “people:”."),
        ("", "it is empty."),
        ("# only a remark", "it is empty."),
    ],
)
def test_what_is_no_case_at_all_is_refused_in_plain_words(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text)
    assert fault_of(path).startswith(f"{path}: {said}")
    assert len(fault_of(path).splitlines()) == 1


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xfe\xff\x00title")
    assert fault_of(path) == f"{path}: it is no text in UTF-8."


def test_a_fault_inside_a_list_is_told_once_and_not_of_the_list_too(tmp_path: Path) -> None:
    path = changed(tmp_path, "{messages: [{by: maria, say: Hello}]}")
    assert [line.split(": ")[1] for line in fault_of(path).splitlines()] == [
        "messages.0.says",
        "messages.0.say",
    ]


def test_of_a_file_that_is_not_there_the_ones_that_come_along_are_named(tmp_path: Path) -> None:
    assert "five_days, late_delivery, raw_material" in fault_of(tmp_path / "nowhere.yaml")


@pytest.mark.parametrize("named", ["raw_material", "raw_material.yaml"])
def test_a_shipped_case_is_found_by_its_name_alone(named: str) -> None:
    assert path_of(Path(named)) == SHIPPED / "raw_material.yaml"


@pytest.mark.parametrize("named", ["mine.yaml", "elsewhere/raw_material.yaml"])
def test_any_other_name_is_a_path(named: str) -> None:
    assert path_of(Path(named)) == Path(named)
