"""Small drawings of numbers, and the numbers and dates beside them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from dondoc.language.figures import NONE, Number, day, moment, number, percent, shorten

__all__ = ["NONE", "bullet", "day", "moment", "number", "percent", "shorten", "sparkline"]


def bullet(
    value: Number, target: Number, expected: Number = None, top: Number = None, tone: str = "blue"
) -> SafeString:
    """Return a bullet of 132×20: track, bar to `value`, thin tick at `expected`, thick tick at `target`, from 0."""
    known = [float(n) for n in (value, target, expected) if n is not None]
    full = float(top) if top else max([*known, 0.0]) * 1.08 or 1.0

    def x(n: Number) -> str:
        return f"{max(0.0, min(1.0, float(n or 0) / full)) * 132:.1f}"

    parts = [mark_safe('<rect class="b-track" y="4" width="132" height="12" rx="2"/>')]
    if value is not None:
        parts.append(format_html('<rect class="b-bar m-{}" y="7" width="{}" height="6"/>', tone, x(value)))
    if expected is not None:
        parts.append(format_html('<path class="b-path" d="M{} 3v14"/>', x(expected)))
    if target is not None:
        parts.append(format_html('<path class="b-target" d="M{} 1v18"/>', x(target)))
    words = f"{number(value)} / {number(target)}"
    return _drawing("bullet", 132, 20, words, parts)


def sparkline(values: Sequence[Number], path: Sequence[Number] = (), tone: str = "blue") -> SafeString:
    """Return a line of 96×24 through `values` (None breaks it), with its last dot, over the thin `path`."""
    known = [float(v) for v in (*values, *path) if v is not None]
    if not known:
        return mark_safe("")
    low, high = min(known), max(known)
    reach = (high - low) or 1.0

    def points(series: Sequence[Number]) -> list[tuple[float, float] | None]:
        step = 88 / max(1, len(series) - 1)
        return [None if v is None else (4 + i * step, 20 - (float(v) - low) / reach * 16) for i, v in enumerate(series)]

    drawn = points(values)
    parts = [format_html('<path class="s-path" d="{}"/>', _line(points(path)))] if path else []
    parts.append(format_html('<path class="s-line m-{}" d="{}"/>', tone, _line(drawn)))
    last = next((p for p in reversed(drawn) if p), None)
    if last:
        parts.append(format_html('<circle class="m-{}" cx="{}" cy="{}" r="3"/>', tone, *(f"{c:.1f}" for c in last)))
    words = ", ".join(number(v) for v in values)
    return _drawing("spark", 96, 24, words, parts)


def _line(points: Sequence[tuple[float, float] | None]) -> str:
    commands, pen_down = [], False
    for point in points:
        if point is None:
            pen_down = False
            continue
        commands.append(f"{'L' if pen_down else 'M'}{point[0]:.1f} {point[1]:.1f}")
        pen_down = True
    return "".join(commands)


def _drawing(name: str, width: int, height: int, words: str, parts: Sequence[SafeString]) -> SafeString:
    inner = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(
        '<svg class="{}" width="{}" height="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        name, width, height, width, height, words, inner,
    )  # fmt: skip
