"""Slack's limits: what it would refuse is found, or made to fit.

fit         messages and views, found faulty or made to fit
kinds       the table, for blocks and views
elements    the table, for what stands in blocks
rules       what a table is made of
cut         shortening, never inside an entity or a mention
"""

from bot.slack.limits.fit import (
    faults_of_message,
    faults_of_view,
    fitted_message,
    fitted_view,
)

__all__ = ["faults_of_message", "faults_of_view", "fitted_message", "fitted_view"]
