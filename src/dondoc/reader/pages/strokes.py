"""Rules of a PDF page: stroked lines, thin filled bars and the sides of stroked boxes."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from dondoc.reader.document import Box
from dondoc.reader.pages.marks import Rule

THICKEST = 3.5  # points: a bar thicker than this is a shade, not a rule
SHORTEST = 4.0
STRAIGHT = 0.8  # points that a rule may stray from its axis
MOST_OBJECTS = 60_000  # of one page; beyond this it is a drawing

Point = tuple[float, float]


def rules_of(page: Any, place: Callable[[Box], Box]) -> list[Rule]:
    """Return the horizontal and vertical rules of `page`, their boxes turned by `place` into page points."""
    import pypdfium2.raw as raw

    rules: list[Rule] = []
    for count, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if count > MOST_OBJECTS:
            return []
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item.raw, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            continue
        for points in _subpaths(raw, item):
            for box in _bars(points, bool(stroke.value)):
                rule = _as_rule(place(box))
                if rule is not None:
                    rules.append(rule)
    return rules


def _subpaths(raw: Any, item: Any) -> Iterator[list[Point]]:
    """Yield the corner points of each part of a path; a part with curves is left out."""
    matrix = item.get_matrix()
    holder = getattr(item, "container", None)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    curved = False
    for index in range(raw.FPDFPath_CountSegments(item.raw)):
        segment = raw.FPDFPath_GetPathSegment(item.raw, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        if holder is not None:
            point = holder.get_matrix().on_point(*point)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [point], False
            continue
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _bars(points: list[Point], stroked: bool) -> Iterator[Box]:
    """Yield the boxes (left, bottom, right, top) of the straight bars that a part of a path draws."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    around = (min(xs), min(ys), max(xs), max(ys))
    if min(around[2] - around[0], around[3] - around[1]) <= THICKEST:
        yield around
    elif stroked:
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            if abs(ax - bx) <= STRAIGHT or abs(ay - by) <= STRAIGHT:
                yield (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _as_rule(box: Box) -> Rule | None:
    width, height = box[2] - box[0], box[3] - box[1]
    if max(width, height) < SHORTEST:
        return None
    if width >= height:
        return Rule(True, (box[1] + box[3]) / 2, box[0], box[2])
    return Rule(False, (box[0] + box[2]) / 2, box[1], box[3])
