"""Which endpoint and model the `llm` engine asks.

Belongs here: the settings, where they come from, and what is wrong with them. Does not: asking (client.py).
"""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator

from transforms.errors import UserError, said_by_check

URL_VARIABLE: Final = "DATELINE_LLM_URL"
MODEL_VARIABLE: Final = "DATELINE_LLM_MODEL"
KEY_VARIABLE: Final = "DATELINE_LLM_KEY"
PRICE_VARIABLE: Final = "DATELINE_LLM_PRICE"
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")


class LlmSettings(BaseModel):
    """An OpenAI-compatible endpoint. The key is never written anywhere: it is masked in every text made of this."""

    url: str
    model: str = Field(min_length=1)
    key: SecretStr = SecretStr("")
    # US dollars for a million tokens asked, and for a million answered; null where nobody said
    price: tuple[float, float] | None = None
    timeout_seconds: float = Field(default=120.0, gt=0)
    # of a request that failed on the way: the client waits longer before each, or as long as the server asks
    retries: int = Field(default=4, ge=0)
    # times a model may answer again when its answer had not the asked form
    repairs: int = Field(default=2, ge=0)
    requests_at_once: int = Field(default=4, ge=1)

    @field_validator("url")
    @classmethod
    def _is_web_address(cls, url: str) -> str:
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise ValueError("must be an http or https address, such as http://localhost:8000/v1")
        return url

    def check_key_is_safe(self) -> None:
        """Refuse to send a key where everybody on the way can read it.

        Raises:
            UserError: there is a key, and the address is plain http to another machine.
        """
        address = urlsplit(self.url)
        if self.key.get_secret_value() and address.scheme == "http" and address.hostname not in _LOCAL:
            raise UserError(f"{self.url}: a key would travel unencrypted; use https, or unset {KEY_VARIABLE}")


def read_settings(url: str | None = None, model: str | None = None) -> LlmSettings:
    """The settings as named, else from the environment; the key only from there.

    Raises:
        UserError: no endpoint or model is named, or one of the settings is not valid.
    """
    url, model = url or os.environ.get(URL_VARIABLE), model or os.environ.get(MODEL_VARIABLE)
    if not url or not model:
        raise UserError(
            f"the engine llm needs an endpoint and a model: give --llm-url and --llm-model, or set {URL_VARIABLE} and "
            f"{MODEL_VARIABLE} (and {KEY_VARIABLE} where the endpoint wants a key)"
        )
    try:
        settings = LlmSettings(
            url=url,
            model=model,
            key=SecretStr(os.environ.get(KEY_VARIABLE, "")),
            price=_price(os.environ.get(PRICE_VARIABLE)),
        )
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise UserError(f"llm {first['loc'][0]}: {said_by_check(first['msg'])}") from None
    settings.check_key_is_safe()
    return settings


def _price(words: str | None) -> tuple[float, float] | None:
    if not words:
        return None
    try:
        asked, answered = (float(part) for part in words.split(","))
    except ValueError:
        raise UserError(
            f"{PRICE_VARIABLE}={words}: write US dollars per million tokens asked and answered, such as 0.15,0.60"
        ) from None
    return asked, answered
