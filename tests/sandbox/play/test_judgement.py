"""How a side weighs packages, with numbers that can be checked by hand."""

import pytest

from bot.sandbox.play.case import Side, TermView
from bot.sandbox.play.judgement import Judgement, Term

PRICE = Term("Price", ("0 %", "2 %", "4 %"), "0 %")
DAYS = Term("Days", ("30", "60", "90"), "60")
OTHER = Term("Other", ("a", "b"), None)


def mind(views: dict[str, TermView], *, least_gain: float = 0.1) -> Judgement:
    side = Side(speaker="maria", terms=views, other_terms=1, least_gain=least_gain)
    return Judgement(side, (PRICE, DAYS, OTHER), {"Days": "90", "Other": "a"})


BUYER = {
    "Price": TermView(importance=6, wants="less", never=("4 %",)),
    "Days": TermView(importance=3, wants="more"),
}


@pytest.mark.parametrize(
    ("package", "worth"),
    [
        ({"Price": "0 %", "Days": "90", "Other": "a"}, 1.0),
        ({"Price": "4 %", "Days": "30", "Other": "b"}, 0.0),
        ({"Price": "2 %", "Days": "60", "Other": "a"}, (3 + 1.5 + 1) / 10),
    ],
)
def test_worth_is_the_importance_of_each_term_times_how_far_its_option_lies_towards_the_best(
    package: dict[str, str], worth: float
) -> None:
    assert mind(BUYER).worth(package) == pytest.approx(worth)


def test_what_holds_today_counts_half_where_nothing_is_fixed() -> None:
    assert mind(BUYER).today == pytest.approx((6 + 1.5 + 0.5) / 10)


def test_a_package_is_signed_only_if_it_is_worth_enough_more_than_today() -> None:
    better = {"Price": "0 %", "Days": "90", "Other": "a"}
    assert mind(BUYER, least_gain=0.2).could_sign(better)
    assert not mind(BUYER, least_gain=0.21).could_sign(better)


def test_a_package_with_something_that_this_side_can_never_do_is_not_signed() -> None:
    seller = mind({"Price": TermView(importance=9, wants="more", never=("4 %",))})
    assert seller.worth({"Price": "4 %", "Days": "90", "Other": "a"}) > seller.today + 0.5
    assert not seller.could_sign({"Price": "4 %", "Days": "90", "Other": "a"})


@pytest.mark.parametrize(
    ("package", "thought"),
    [
        ({"Price": "0 %", "Days": "90", "Other": "a"}, "20 % better for us than today"),
        (
            {"Price": "0 %", "Days": "60", "Other": "a"},
            "5 % better for us than today, too little to sign",
        ),
        ({"Price": "2 %", "Days": "60", "Other": "a"}, "25 % worse for us than today"),
        ({"Price": "0 %", "Days": "60"}, "no better for us than today"),
        ({"Price": "4 %", "Days": "90"}, "has something in it that we can never do"),
    ],
)
def test_what_a_side_thinks_of_a_package_is_told_in_words_as_its_own(
    package: dict[str, str], thought: str
) -> None:
    assert mind(BUYER).verdict(package) == thought


@pytest.mark.parametrize(("first", "second", "answer"), [("0 %", "2 %", 1), ("2 %", "0 %", -1)])
def test_the_one_that_is_worth_more_is_rather_had(first: str, second: str, answer: int) -> None:
    assert mind(BUYER).rather({"Price": first}, {"Price": second}) == answer


def test_two_of_the_same_worth_are_much_the_same() -> None:
    assert mind(BUYER).rather({"Days": "60"}, {"Days": "60"}) == 0


def test_the_terms_that_matter_most_come_first_and_what_does_not_matter_is_left_out() -> None:
    idle = {**BUYER, "Other": TermView(importance=0)}
    assert mind(idle).top(3) == ["Price", "Days"]


def test_nevers_are_told_as_the_form_lists_them_without_what_holds_today() -> None:
    views = {"Price": TermView(importance=6, wants="less", never=("0 %", "4 %"))}
    assert mind(views).nevers() == ["Price: 4 %"]


def test_a_term_wanted_the_other_way_than_the_form_takes_it_is_turned() -> None:
    assert mind({"Days": TermView(importance=3, wants="less")}).turned() == [DAYS]
    assert mind({"Days": TermView(importance=3, wants="more")}).turned() == []


def test_where_neither_case_nor_form_says_which_way_every_option_counts_half() -> None:
    undecided = Judgement(Side(speaker="maria"), (PRICE,), {})
    assert undecided.worth({"Price": "0 %"}) == undecided.worth({"Price": "4 %"}) == 0.5
