"""One side writes English, the other Spanish: each has its own forms, and both sign one text."""

import io
from pathlib import Path

from rich.console import Console

from bot.sandbox.play.course import play_case
from bot.sandbox.play.read_case import read_case
from bot.sandbox.play.story import Story
from tests.flow.house import House

FILE = Path(__file__).with_name("two_languages.yaml")


def test_each_side_reads_the_statement_in_its_own_language_and_both_sign_one_text(
    house: House,
) -> None:
    console = Console(file=io.StringIO(), record=True, width=400)
    play_case(house.sandbox, read_case(FILE), Story(console), "two-languages")
    told = console.export_text()
    for sentence in (
        "for Northwind Foods, the delivery date; for Envases Iberia, the appointment date.",
        "para Northwind Foods, la fecha de entrega; para Envases Iberia, la fecha de la cita.",
        "OTIF: Northwind Foods arrives at 94.1 %, Envases Iberia at 97,2 %.",
        "OTIF: según Northwind Foods, 94.1 %; según Envases Iberia, 97,2 %.",
        "This text is in English, as both sides have set its terms; it holds in English alone.",
        "Does this settle it, or shall we look for a package?",
        "¿Esto lo resuelve, o buscamos un paquete?",
        "Qué pasó, como lo vieron ustedes",
        "What happened, as you saw it",
    ):
        assert sentence in told
