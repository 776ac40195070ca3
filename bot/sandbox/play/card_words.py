"""What stands on a card, in each language that one comes in: what a player goes by."""

from collections.abc import Mapping

CASE = ("Case ", "Caso ")
PACKAGE = ("Package ", "Paquete ")
TODAY = (" (today ", " (hoy ")
ROUND = ("Round ", "Ronda ")
PROMISED_BY = (", by", ", para el")
OPEN = ("open", "pendiente")
DONE = ("done, to be confirmed", "hecho, por confirmar")
KEPT = ("done and confirmed", "hecho y confirmado")
WEEK = ("This week in this channel", "Esta semana en este canal")
KEPT_THIS_WEEK = ("kept this week. Thank you.", "Esta semana se")
CALLED = ("There is something for you on My desk.", "Hay algo para usted en My desk.")
DUE_TODAY = ("Due today", "Vence hoy")
MONTH = ("Twelve weeks in this channel", "Doce semanas en este canal")

ENDS: Mapping[str, str] = {
    "Fulfilled": "Fulfilled",
    "Cleared up": "Cleared up",
    "No package found": "No package found",
    "Withdrawn": "Withdrawn",
    "Handed on": "Handed on",
    "Cumplido": "Fulfilled",
    "Aclarado": "Cleared up",
    "Sin paquete posible": "No package found",
    "Retirado": "Withdrawn",
    "Pasado a otras personas": "Handed on",
}
"""How a case ended, by the line on its card."""
