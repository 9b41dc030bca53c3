"""Programme to JSON and back, and the published JSON Schema."""

from __future__ import annotations

from typing import Any

import msgspec

from .model import Programme

_encoder = msgspec.json.Encoder(decimal_format="number")
_decoder = msgspec.json.Decoder(Programme)


class FormatError(ValueError):
    """The JSON is not a programme of the format; the message names the place and the fault."""


def encode(programme: Programme) -> bytes:
    """Return `programme` as UTF-8 JSON with the keys in the order of the format."""
    return _encoder.encode(programme)


def decode(data: bytes | str) -> Programme:
    """Return the programme in `data`; raise `FormatError` on unknown keys, missing ones or wrong types."""
    try:
        return _decoder.decode(data)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise FormatError(str(error)) from error


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the format."""
    return msgspec.json.schema(Programme)
