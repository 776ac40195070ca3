"""JSON over HTTP to a sandbox, for people and stage hands."""

import json
import urllib.error
import urllib.request
from typing import Any

from bot.sandbox.refusals import NoAnswer, PersonRefused

JSON = dict[str, Any]


class Wire:
    """A line to one sandbox. Never goes through a proxy."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(self, path: str) -> JSON:
        return self._call(urllib.request.Request(f"{self.address}{path}"))

    def post(self, path: str, body: JSON) -> JSON:
        """Raises PersonRefused for what cannot be done, NoAnswer when the app was silent."""
        headers = {"Content-Type": "application/json"}
        data = json.dumps(body).encode()
        return self._call(urllib.request.Request(f"{self.address}{path}", data, headers))

    def _call(self, request: urllib.request.Request) -> JSON:
        try:
            with self._opener.open(request, timeout=30) as answer:
                body: JSON = json.load(answer)
        except urllib.error.HTTPError as failure:
            self._refuse(failure)
        return body

    def _refuse(self, failure: urllib.error.HTTPError) -> None:
        raw = failure.read().decode()
        said: JSON = json.loads(raw) if raw.startswith("{") else {"refused": raw}
        if "no_answer" in said:
            raise NoAnswer(str(said["no_answer"])) from None
        raise PersonRefused(str(said.get("refused", said))) from None
