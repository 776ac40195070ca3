"""Whether the language model is within reach. Nothing depends on it; it makes the words better."""

import json
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError

from bot.doctor.finding import Finding

MODEL = "language model"
OPENAI = "https://api.openai.com/v1"
TIMEOUT_S = 5.0
WITHOUT = "The built-in facilitator finds the words meanwhile."


def model_finding(key: str, base_url: str, model: str) -> Finding:
    """One finding. Asks the server for its list of models, which costs no tokens."""
    if not key and not base_url:
        return Finding(MODEL, "None is set. The built-in facilitator finds the words.")
    try:
        listed = _listed(base_url or OPENAI, key)
    except HTTPError as refusal:
        return _refused(refusal.code)
    except (URLError, HTTPException, OSError, ValueError) as fault:
        sentence = f"Its server was not reached ({type(fault).__name__}). {WITHOUT}"
        return Finding(MODEL, sentence, "See whether this machine reaches OPENAI_BASE_URL.")
    if listed and model not in listed:
        todo = f"Set PARLEY_MODEL to one of: {', '.join(sorted(listed)[:5])}."
        return Finding(MODEL, f"The server has no {model}. {WITHOUT}", todo)
    return Finding(MODEL, f"The server answers for {model}.")


def _refused(status: int) -> Finding:
    if status in {401, 403}:
        return Finding(
            MODEL, f"The server does not take the key. {WITHOUT}", "Check OPENAI_API_KEY."
        )
    if status in {404, 405}:
        return Finding(MODEL, "The server answers. It does not list its models.")
    return Finding(MODEL, f"The server answered with {status}. {WITHOUT}", "Try again in a minute.")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The key goes to the server that was named, and to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _listed(base_url: str, key: str) -> set[str]:
    """The ids of the server's models; empty where it answers in another way."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    request = urllib.request.Request(base_url.rstrip("/") + "/models", headers=headers)
    with urllib.request.build_opener(_NoRedirect).open(request, timeout=TIMEOUT_S) as answer:
        body = json.loads(answer.read(2_000_000))
    data = body.get("data") if isinstance(body, Mapping) else None
    rows = data if isinstance(data, list) else []
    return {str(row["id"]) for row in rows if isinstance(row, Mapping) and "id" in row}
