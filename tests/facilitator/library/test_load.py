"""The library's files are read strictly; every fault is named with its place, all at once."""

from pathlib import Path

import pytest
import yaml

from bot.facilitator.library import LibraryFault, load_library
from bot.mediation.issues import IssueKind
from bot.mediation.people import TradeRole

TERM: dict[str, object] = {
    "key": "night_slot",
    "name": "Night deliveries",
    "unit": "a week",
    "options": ["0", "1", "2"],
    "today": "0",
    "wants_more": "provider",
    "duty": "customer",
    "definition": "Deliveries after 22:00 that are received.",
    "traded_for": ["otif_target"],
    "cues": ["night"],
    "more": "free roads",
    "less": "quiet nights",
}


def write(
    folder: Path, file: str = "own.yaml", /, *, kind: object = "late_delivery", **changes: object
) -> Path:
    fields = {**TERM, **changes}
    fields = {k: v for k, v in fields.items() if v != "left out"}
    path = folder / file
    content = {"kind": kind, "cues": ["night"], "terms": [fields]}
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def faults_of(path: Path) -> str:
    with pytest.raises(LibraryFault) as raised:
        load_library(path)
    return "\n".join(raised.value.faults)


def test_the_shipped_library_has_at_least_twelve_kinds_and_sixty_terms() -> None:
    library = load_library()
    assert len(library.cues) >= 12
    assert len(library.entries) >= 60
    assert {e.kind for e in library.entries.values()} == set(IssueKind)


@pytest.mark.parametrize(
    ("key", "holds"),
    [
        ("late_penalty", True),
        ("payment_days", True),
        ("price_change", True),
        ("free_hours", True),
        ("weekly_call", False),
        ("frozen_window", False),
        ("otif_target", False),
        ("tool_share", False),
        ("annual_volume", False),
    ],
)
def test_a_rate_holds_by_itself_and_what_has_to_be_done_does_not(key: str, holds: bool) -> None:
    assert load_library().entries[key].as_term().holds is holds


def test_every_shipped_term_can_move_and_says_what_moving_brings() -> None:
    for entry in load_library().entries.values():
        assert len(entry.options) >= 3, entry.key
        assert entry.today is not None, entry.key
        assert entry.definition.endswith("."), entry.key
        assert entry.more != entry.less, entry.key
        assert entry.traded_for, entry.key
        assert entry.as_term().key == entry.key


def test_every_shipped_term_is_there_in_spanish_with_the_same_number_of_options() -> None:
    library = load_library()
    spanish = library.in_language("es")
    assert set(spanish.entries) == set(library.entries)
    for key, entry in spanish.entries.items():
        english = library.entries[key]
        assert len(entry.options) == len(english.options)
        assert entry.today == english.today
        assert entry.wants_more == english.wants_more
        assert entry.definition != english.definition, key


def test_a_company_adds_its_own_file(tmp_path: Path) -> None:
    library = load_library(write(tmp_path))
    entry = library.entries["night_slot"]
    assert entry.wants_more is TradeRole.PROVIDER
    assert entry in library.of_kind(IssueKind.LATE_DELIVERY)
    assert "night" in library.cues[IssueKind.LATE_DELIVERY]
    assert [p.key for p in library.partners(entry)] == ["otif_target"]


def test_a_company_adds_a_folder_of_files(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    write(tmp_path, "b.yaml", key="day_slot", kind="detention")
    entries = load_library(tmp_path).entries
    assert {"night_slot", "day_slot"} <= set(entries)


def test_a_company_entry_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    library = load_library(write(tmp_path, key="otif_target", name="OTIF, our way"))
    assert library.entries["otif_target"].name == "OTIF, our way"


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "there is no such file" in faults_of(tmp_path / "nowhere.yaml")


@pytest.mark.parametrize("field", sorted(TERM))
def test_a_missing_field_is_refused_by_name(tmp_path: Path, field: str) -> None:
    faults = faults_of(write(tmp_path, **{field: "left out"}))
    assert f"`{field}` is missing" in faults
    assert "own.yaml: term 1" in faults


def test_an_unknown_field_is_refused_by_name(tmp_path: Path) -> None:
    assert "does not know `colour`" in faults_of(write(tmp_path, colour="red"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"options": [1, 2, 3], "today": 1}, "put numbers in quotes"),
        ({"options": ["0", "0"]}, "are the same"),
        ({"options": []}, "needs 1 to 10 options"),
        ({"today": "7"}, "none of its options"),
        ({"wants_more": "buyer"}, "customer, provider or null"),
        ({"holds": "yes"}, "true or false"),
        ({"duty": "seller"}, "customer, provider or null"),
        ({"name": ""}, "`name` is a text"),
        ({"traded_for": ["no_such_term"]}, "names no_such_term, which is no term"),
    ],
)
def test_a_wrong_value_is_refused_with_what_would_be_right(
    tmp_path: Path, change: dict[str, object], says: str
) -> None:
    assert says in faults_of(write(tmp_path, **change))


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    assert "`kind` is one of late_delivery, price" in faults_of(write(tmp_path, kind="weather"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("terms: [", "is not readable YAML"),
        ("- a\n- b\n", "needs `kind`, `cues` and `terms`"),
        ("kind: price\ncues: []\n", "needs a list of `terms`"),
        ("kind: price\ncues: []\nterms: [3]\n", "term 1: is no mapping"),
        ("kind: price\ncues: []\nterms: []\nmore: 1\n", "does not know `more`"),
        ("kind: price\ncues: yes\nterms: []\n", "`cues` is a list of texts"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    assert says in faults_of(path)


def test_all_faults_of_all_files_are_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", name="left out")
    write(tmp_path, "b.yaml", wants_more="buyer")
    faults = faults_of(tmp_path)
    assert "a.yaml" in faults
    assert "b.yaml" in faults


def test_nothing_is_kept_between_two_loads(tmp_path: Path) -> None:
    load_library(write(tmp_path))
    assert "night_slot" not in load_library().entries


def test_what_a_term_needs_is_a_known_term_and_one_of_its_own_options(tmp_path: Path) -> None:
    needs: dict[str, object] = {"term": "late_penalty", "unless": "0"}
    entry = load_library(write(tmp_path, needs=needs)).entries["night_slot"]
    assert entry.needs is not None
    assert (entry.needs.other, entry.needs.unless) == ("late_penalty", 0)
    assert "unless" in faults_of(write(tmp_path, needs={**needs, "unless": "7"}))
    assert "unless" in faults_of(write(tmp_path, needs="late_penalty"))
    assert "no term" in faults_of(write(tmp_path, needs={**needs, "term": "strange"}))


@pytest.mark.parametrize(
    ("kind", "usual"),
    [
        (IssueKind.QUALITY, {"credit_part", "replacement_days", "test_counts"}),
        (IssueKind.PRICE, {"index_month", "dead_band"}),
    ],
)
def test_goods_that_are_no_machine_parts_and_prices_by_an_index_have_their_terms(
    kind: IssueKind, usual: set[str]
) -> None:
    assert usual <= {e.key for e in load_library().of_kind(kind)}
