"""What every test shares: a fixed key for the encrypted columns, and how Hypothesis runs."""

import pytest
from hypothesis import HealthCheck, settings

from storage.secrets import use_keys

KEY = "cGFybGV5LXRlc3RzLXVzZS10aGlzLWtleS1vbmx5ISE="
"""32 bytes in URL-safe base64. Nothing real is ever written with it."""

settings.register_profile(
    "house",
    deadline=None,
    max_examples=60,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _secret_key() -> None:
    use_keys(KEY)
