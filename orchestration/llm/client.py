"""Ask an OpenAI-compatible endpoint, and count what that uses.

Belongs here: requests, retries, limits, what goes wrong on the way. Does not: what is asked (prompt.py) or made of the answer (extractor.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import openai
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel, ConfigDict, ValidationError

from orchestration.llm.settings import KEY_VARIABLE, LlmSettings
from transforms.errors import UserError

MAX_ANSWER_BYTES: Final = 4_000_000
MAX_ANSWER_TOKENS: Final = 8_000
_TOKENS_OF_PRICE: Final = 1_000_000


class EndpointError(UserError):
    """The endpoint cannot be used at all: it is away, refuses the key, or does not know the model."""


class RequestError(Exception):
    """The endpoint will not answer this one request; others may do better."""


class _Usage(BaseModel):
    model_config = ConfigDict(extra="ignore")
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None


class _Message(BaseModel):
    model_config = ConfigDict(extra="ignore")
    content: str | None = None


class _Choice(BaseModel):
    model_config = ConfigDict(extra="ignore")
    message: _Message


class _Completion(BaseModel):
    model_config = ConfigDict(extra="ignore")
    choices: list[_Choice]
    usage: _Usage | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer and what it used: tokens, and US dollars, null where no price is known."""

    text: str
    prompt_tokens: int
    completion_tokens: int
    cost: float | None


class Endpoint:
    """An OpenAI-compatible endpoint; safe to use from several threads."""

    def __init__(self, settings: LlmSettings) -> None:
        self._settings = settings
        self._client = openai.OpenAI(
            base_url=settings.url,
            # the client insists on a key; endpoints that want none ignore it
            api_key=settings.key.get_secret_value() or "none",
            timeout=settings.timeout_seconds,
            max_retries=settings.retries,
        )

    def ask(self, messages: Sequence[ChatCompletionMessageParam]) -> Reply:
        """One answer at temperature 0.

        Raises:
            EndpointError: no request can succeed.
            RequestError: this request cannot, or its answer is no chat completion.
        """
        try:
            body = self._read(messages)
        except (openai.AuthenticationError, openai.PermissionDeniedError):
            raise EndpointError(f"{self._settings.url} refuses the key; set {KEY_VARIABLE}") from None
        except openai.NotFoundError:
            raise EndpointError(
                f"{self._settings.url} knows no model {self._settings.model} or no chat completions; check --llm-url and --llm-model"
            ) from None
        except openai.APITimeoutError:
            raise RequestError(f"no answer within {self._settings.timeout_seconds:g} s") from None
        except openai.APIConnectionError:
            raise EndpointError(f"{self._settings.url} cannot be reached; is it running?") from None
        except openai.RateLimitError:
            raise EndpointError(f"{self._settings.url} allows no more requests now; run again later") from None
        except openai.InternalServerError as error:
            raise EndpointError(
                f"{self._settings.url} failed with status {error.status_code}; run again later"
            ) from None
        except openai.APIStatusError as error:
            raise RequestError(f"refused with status {error.status_code}") from None
        return self._reply(body)

    def _read(self, messages: Sequence[ChatCompletionMessageParam]) -> bytes:
        """The body of the answer; what is longer than any answer may be is not read to its end."""
        body = bytearray()
        with self._client.chat.completions.with_streaming_response.create(
            model=self._settings.model,
            messages=list(messages),
            temperature=0,
            max_tokens=MAX_ANSWER_TOKENS,
            response_format={"type": "json_object"},
        ) as response:
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MAX_ANSWER_BYTES:
                    raise RequestError(f"the answer is longer than {MAX_ANSWER_BYTES:,} bytes")
        return bytes(body)

    def _reply(self, body: bytes) -> Reply:
        try:
            completion = _Completion.model_validate_json(body)
            text = completion.choices[0].message.content or ""
        except (ValidationError, IndexError):
            raise RequestError("the answer is no chat completion") from None
        usage = completion.usage or _Usage()
        return Reply(text, usage.prompt_tokens, usage.completion_tokens, self._cost(usage))

    def _cost(self, usage: _Usage) -> float | None:
        if usage.cost is not None or self._settings.price is None:
            return usage.cost
        asked, answered = self._settings.price
        return (usage.prompt_tokens * asked + usage.completion_tokens * answered) / _TOKENS_OF_PRICE
