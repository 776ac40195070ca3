"""A model that repeats all it is given, wherever its schema has room for words."""

import json
from collections.abc import Mapping
from typing import Any

from prompts import Rendered


def repeated(prompt: Rendered, call: str) -> Mapping[str, Any]:
    """An answer to `call` ("IntakeReply", "TermsReply", "FrameReply") made of the texts alone."""
    if call == "LookReply":
        text = json.loads(prompt.texts.rpartition("\n")[2])
        return {"noticed": [{"concern": "threat", "quote": text[:200]}]}
    texts = json.loads(prompt.texts[prompt.texts.index("[\n {") :])
    quotes = [{"source": t["number"], "quote": t["text"]} for t in texts]
    everything = " ".join(t["text"] for t in texts)
    if call == "IntakeReply":
        return {"title": everything, "kind": "other", "urgency": "urgent", "quotes": quotes}
    if call == "TermsReply":
        keys = ("otif_target", "late_penalty", "payment_days")
        return {"terms": [{"key": k, "asks": quotes, "today": quotes} for k in keys]}
    each = [{"sentence": q["quote"], "quotes": [q]} for q in quotes]
    sides = dict.fromkeys(t.get("side", "") for t in texts)
    return {
        "agreed": [*each, {"sentence": everything, "quotes": quotes}],
        "disputed": each,
        "understood_differently": each,
        "said": [
            {"side": s, "account": everything, "wants": everything, "needs": everything}
            for s in sides
        ],
        "gap": "fact",
        "question": everything,
        "would_settle": everything,
    }


def answer_to(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer to a request in OpenAI's shape."""
    told = [m["content"] for m in body["messages"] if m["role"] == "user"]
    return repeated(Rendered("", told[-1]), body["response_format"]["json_schema"]["name"])
