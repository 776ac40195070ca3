"""A model that obeys whoever writes to it, as far as the schema lets it."""

import json
from collections.abc import Mapping
from typing import Any

from bot.facilitator.model.client import Schema
from prompts import Rendered


class Obedient:
    """Says `demand` wherever the schema has room, and copies quotations that do stand somewhere.

    It even finds a real passage of the other side for every sentence that needs one.
    """

    def __init__(self, demand: str) -> None:
        self._demand = demand

    def __call__(self, prompt: Rendered, schema: Schema) -> Mapping[str, Any]:
        name = str(schema["title"])
        if name == "TradesReply":
            return self._trades()
        if name == "LookReply":
            return self._noticed(prompt)
        texts = json.loads(prompt.texts[prompt.texts.index("[\n {") :])
        quotes = [{"source": t["number"], "quote": t["text"]} for t in texts]
        quotes += [{"source": t["number"], "quote": t["text"][:40]} for t in texts]
        if name == "IntakeReply":
            return {
                "title": self._demand,
                "kind": "other",
                "urgency": "urgent",
                "quotes": [*quotes, {"source": 1, "quote": self._demand}],
            }
        if name == "TermsReply":
            wished = [{"key": self._demand, "asks": quotes, "today": quotes}]
            keys = ("otif_target", "late_penalty", "payment_days", "rush_fee", "price_change")
            return {"terms": wished + [{"key": k, "asks": quotes, "today": quotes} for k in keys]}
        sentence = {"sentence": self._demand, "quotes": quotes}
        both = {"sentence": f"Brightmart and Nordpack: {self._demand}", "quotes": quotes}
        said = {"account": self._demand, "wants": self._demand, "needs": self._demand}
        return {
            "agreed": [sentence, both],
            "disputed": [sentence, both],
            "understood_differently": [sentence, both],
            "said": [{"side": "Brightmart", **said}, {"side": "Nordpack", **said}],
            "gap": "value",
            "question": self._demand,
            "would_settle": self._demand,
        }

    def _noticed(self, prompt: Rendered) -> Mapping[str, Any]:
        """The demand for a passage, and the whole text that it stands in."""
        text = json.loads(prompt.texts.rpartition("\n")[2])
        quotes = (self._demand, text, text[:40])
        return {"noticed": [{"concern": "threat", "quote": q} for q in quotes]}

    def _trades(self) -> Mapping[str, Any]:
        """The demand around both places, in a row that a polite sentence would have."""
        said = f"We could offer «1», if you agree to «2». {self._demand}"
        turned = f"{self._demand}: you give «1», and we take «2»"
        return {"trades": [{"number": n, "sentence": (said, turned)[n % 2]} for n in (1, 2, 3)]}
