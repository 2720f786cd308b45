"""The only file that imports openai: one request, its pieces as they come, and its failures in our own words."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing, contextmanager
from typing import Any

import httpx2
import openai
from openai.types import CompletionUsage
from openai.types.chat import ChatCompletionChunk

from jdrewrite.config import EngineProfile
from jdrewrite.rewriting.llm import places
from jdrewrite.rewriting.llm.keys import without_key
from jdrewrite.rewriting.llm.pieces import Ended, Piece, Request, Shape, Trouble
from jdrewrite.rewriting.llm.quoting import visible

_CONNECT = 10.0
_GRACE = 5.0
"""Seconds for the count of tokens to come behind a finished answer."""
_BYTES_A_TOKEN = 1_000
"""Of a streamed answer, with everything around each token; several times what servers send."""
_BYTES = 500_000
_RETRIED = frozenset({408, 409, 425, 429})
_OPTIONS = frozenset({400, 404, 405, 415, 422, 501})
"""Codes by which servers say that they do not know an option."""


class _End:
    """How an answer ended, as far as the pieces told."""

    def __init__(self) -> None:
        self.finish = ""
        self.usage: CompletionUsage | None = None

    def take(self, chunk: ChatCompletionChunk) -> str:
        """Take in a piece, and return the text in it."""
        self.usage = chunk.usage if isinstance(chunk.usage, CompletionUsage) else self.usage
        text = ""
        for choice in (chunk.choices or [])[:1]:
            self.finish = self.finish or choice.finish_reason or ""
            text = (choice.delta.content if choice.delta else None) or ""
            if not isinstance(text, str):  # pieces of a stream are taken as they come, unchecked
                raise Trouble("unusable", "the server's answer is no text", "choose another model or server")
        return text

    def told(self) -> Ended:
        """Return the end in our own shape."""
        used = self.usage
        if used is None or not (isinstance(used.prompt_tokens, int) and isinstance(used.completion_tokens, int)):
            return Ended(finish=self.finish)  # what no server should say is counted here instead
        cached = getattr(used.prompt_tokens_details, "cached_tokens", None)
        return Ended(
            finish=self.finish,
            prompt_tokens=used.prompt_tokens,
            cached_tokens=cached if isinstance(cached, int) else 0,
            completion_tokens=used.completion_tokens,
        )


class Client:
    """Speaks to one endpoint. Belongs to one event loop."""

    def __init__(self, name: str, profile: EngineProfile, key: str) -> None:
        self._name = name
        self._profile = profile
        self._key = key
        self.without: frozenset[str] = frozenset()
        """Options that are left out, as this server does not know them."""
        self.rest = 0.0
        """Seconds that the last answer asks to wait before the next request: its allowance is used up."""
        # A redirect would carry the text to a host that nobody agreed to, and so would a proxy for this machine.
        http = openai.DefaultAsyncHttpxClient(
            follow_redirects=False,
            trust_env=not places.is_here(profile.base_url),
            timeout=openai.Timeout(profile.silence, connect=min(_CONNECT, profile.silence)),
        )
        self._client: openai.AsyncOpenAI = (
            openai.AsyncAzureOpenAI(
                azure_endpoint=profile.base_url,
                azure_deployment=profile.model,
                api_version=profile.api_version,
                api_key=key,
                http_client=http,
                max_retries=0,
            )
            if profile.api_version
            else openai.AsyncOpenAI(base_url=profile.base_url, api_key=key, http_client=http, max_retries=0)
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._client.close()

    async def pieces(self, request: Request, shape: Shape) -> AsyncGenerator[Piece, None]:
        """Yield the text of an answer as it comes, then ``Ended``.

        Raises:
            Trouble: the request failed, or the answer was cut.
        """
        end = _End()
        with self._in_our_words(end):
            async with asyncio.timeout(self._profile.timeout) as limit:
                raw = await self._sent(request, shape)
                budget = _BYTES + _BYTES_A_TOKEN * request.max_tokens
                async with aclosing(self._chunks(raw, budget)) as chunks:
                    async for chunk in chunks:
                        if text := end.take(chunk):
                            yield text
                        if end.finish and end.usage:
                            break
                        if end.finish:
                            soon = asyncio.get_running_loop().time() + _GRACE
                            limit.reschedule(min(soon, limit.when() or soon))
        if not end.finish:
            raise Trouble("again", "the answer was cut off", "try again: what came is kept")
        yield end.told()

    @contextmanager
    def _in_our_words(self, end: _End) -> Iterator[None]:
        """Turn what the libraries raise into ``Trouble``; behind a finished answer nothing is trouble."""
        try:
            yield
        except TimeoutError:
            if not end.finish:
                way_out = f"raise timeout (now {self._profile.timeout:g} s) of the profile, or choose a faster model"
                reason = f"no whole answer came within {self._profile.timeout:g} seconds"
                raise Trouble("late", reason, way_out) from None
        except httpx2.HTTPError as error:
            if not end.finish:
                raise self._line(error) from None
        except openai.OpenAIError as error:
            raise self._trouble(error) from None
        except (ValueError, TypeError, AttributeError) as error:  # no JSON, or JSON of quite another shape
            way_out = "see with 'jdrewrite doctor' whether the address is that of a model server"
            raise Trouble("unusable", f"the server sent something else ({type(error).__name__})", way_out) from None

    async def _sent(self, request: Request, shape: Shape) -> Any:
        options: dict[str, Any] = {
            "model": self._profile.model,
            "messages": [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}],
            "stream": True,
            "stream_options": {"include_usage": True},
            "max_completion_tokens": request.max_tokens,
        }
        if "max_completion_tokens" in self.without:
            options["max_tokens"] = options.pop("max_completion_tokens")
        if self._profile.temperature is not None:
            options["temperature"] = self._profile.temperature
        if shape == "schema":
            form = {"name": "reply", "schema": request.schema, "strict": True}
            options["response_format"] = {"type": "json_schema", "json_schema": form}
        elif shape == "json":
            options["response_format"] = {"type": "json_object"}
        for unknown in self.without - {"max_completion_tokens"}:
            options.pop(unknown, None)
        return await self._client.chat.completions.with_raw_response.create(**options)

    async def _chunks(self, raw: Any, budget: int) -> AsyncGenerator[ChatCompletionChunk, None]:
        response = raw.http_response
        if "text/html" in response.headers.get("content-type", ""):
            await response.aclose()
            way_out = "check base_url of the profile; most end in /v1"
            raise Trouble("denied", "a web page answers at this address, no model", way_out)
        used_up = response.headers.get("x-ratelimit-remaining-requests", "").strip() == "0"
        self.rest = _after(response.headers) or 0.0 if used_up else 0.0
        stream = raw.parse()
        try:
            async for chunk in stream:
                if response.num_bytes_downloaded > budget:
                    reason = f"the answer is far longer than asked for ({response.num_bytes_downloaded:,} bytes)"
                    raise Trouble("unusable", reason, "choose another model or server")
                yield chunk
        finally:
            await response.aclose()

    def drop(self, option: str) -> None:
        """Leave an option that the server named as unknown out of all further requests."""
        self.without |= {option}

    def _line(self, error: httpx2.HTTPError) -> Trouble:
        if isinstance(error, httpx2.TimeoutException):
            reason = f"the server was silent for {self._profile.silence:g} seconds"
            return Trouble("again", reason, "see whether it runs, or raise silence of the profile")
        return Trouble("again", f"the connection broke ({type(error).__name__})", "check the network, then try again")

    def _trouble(self, error: openai.OpenAIError) -> Trouble:
        if isinstance(error, openai.APITimeoutError):
            reason = f"the server did not answer within {self._profile.silence:g} seconds"
            return Trouble("again", reason, "see whether it runs, or raise silence of the profile")
        if isinstance(error, openai.APIConnectionError):
            reason = f"no connection ({type(error.__cause__).__name__ if error.__cause__ else 'unknown cause'})"
            return Trouble("again", reason, f"see whether the server at {self._profile.base_url} runs")
        said = _said(error, self._key)
        if not isinstance(error, openai.APIStatusError):
            return Trouble("again", f"the server broke off: {said}", "try again later")
        return self._refused(error.status_code, said, error.response.headers)

    def _refused(self, code: int, said: str, headers: Mapping[str, str]) -> Trouble:
        if 300 <= code < 400:
            reason = f"the server sends elsewhere ({code}); the text was not sent on"
            return Trouble("denied", reason, "name the final address as base_url")
        if code in {401, 403}:
            # Its own words are left out: some servers repeat parts of the key in them.
            return Trouble("denied", f"the server does not accept the key ({code})", "check the key")
        if code == 429 and "insufficient_quota" in said:
            return Trouble("denied", f"the account has no credit left ({said})", "top it up, or use another profile")
        if code in _RETRIED or code >= 500:
            reason = "too many requests" if code == 429 else f"the server has a fault ({code}: {said})"
            return Trouble("again", reason, "try again later", _after(headers))
        if code == 413 or ("context" in said.lower() and "length" in said.lower()):
            return Trouble("unusable", f"the text is too long for the model ({said})", "choose a model that reads more")
        if code in _OPTIONS and any(word in said for word in (*_NAMED, "stream_options", "temperature")):
            return Trouble("option", said, "see 'jdrewrite doctor'")
        if code == 404:
            reason = f"the server does not know the model {self._profile.model!r} or the address ({said})"
            return Trouble("denied", reason, "check model and base_url of the profile; 'jdrewrite doctor' lists models")
        return Trouble("denied", f"the server refuses the request ({code}: {said})", "see 'jdrewrite doctor'")

    async def models(self) -> tuple[str, ...]:
        """Return the models that the server names.

        Raises:
            Trouble: it names none.
        """
        try:
            async with asyncio.timeout(_CONNECT):
                return tuple([model.id async for model in self._client.models.list() if isinstance(model.id, str)])
        except TimeoutError:
            raise Trouble("again", "no answer within 10 seconds", "see whether the server runs") from None
        except openai.OpenAIError as error:
            raise self._trouble(error) from None
        except (ValueError, TypeError, AttributeError) as error:  # JSON of quite another shape
            reason = f"its list of models is something else ({type(error).__name__})"
            raise Trouble("unusable", reason, "check base_url of the profile; most end in /v1") from None


_SPAN = re.compile(r"(\d+(?:\.\d+)?)(ms|h|m|s)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
_NAMED = ("response_format", "json_schema", "json_object", "max_completion_tokens")


def _said(error: openai.OpenAIError, key: str) -> str:
    """Return the server's own words on one line, without the key, and then shortened: half a key is one still."""
    body = getattr(error, "body", None)
    text = body.get("message") if isinstance(body, Mapping) else None
    param = body.get("param") if isinstance(body, Mapping) else None
    code = body.get("code") if isinstance(body, Mapping) else None
    words = str(text or getattr(error, "message", "") or type(error).__name__)
    shown = visible(without_key(words, key)[:2_000])
    extra = " ".join(
        visible(without_key(part, key)) for part in (param, code) if isinstance(part, str) and part not in shown
    )
    return f"{shown[:200]} {extra}".strip().rstrip(".")


def _after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds to wait that the server names; None where it names none in a form that is understood."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * scale
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    spans = _SPAN.findall(headers.get("x-ratelimit-reset-requests", ""))
    return sum(float(number) * _SECONDS[unit] for number, unit in spans) if spans else None
