"""The forms in which a programme is printed: JSON of the format, a table for the terminal, a page."""

from __future__ import annotations

from html import escape

from dondoc.programme.json import encode
from dondoc.programme.model import Measure, Programme, Task

from .words import say

SUFFIXES = {"json": ".json", "table": ".txt", "html": ".html"}
TEXT_WIDTH = 78


def render(programme: Programme, form: str) -> str:
    """Return `programme` as text in `form`: json, table or html."""
    if form == "json":
        return encode(programme).decode() + "\n"
    return as_table(programme) if form == "table" else as_page(programme)


def as_table(programme: Programme) -> str:
    """Return targets, tasks and findings as lines for a terminal."""
    head = programme.document
    lines = [
        f"{head.title or ''}  {head.number or say('(chưa có số)', '(no number)')}  {head.date or ''}".strip(),
        say(
            f"{len(programme.sections)} mục, {len(programme.indicators)} chỉ tiêu, {len(programme.tasks)} nhiệm vụ, {len(programme.findings)} điểm cần rà soát",
            f"{len(programme.sections)} sections, {len(programme.indicators)} targets, {len(programme.tasks)} tasks, {len(programme.findings)} findings",
        ),
        "",
        say("CHỈ TIÊU", "TARGETS"),
    ]
    for indicator in programme.indicators:
        lines.append(f"  {indicator.label or '·':<5}{_short(indicator.text)}{_doubt(indicator.confidence)}")
        lines += [f"       {figure(m):<28} {_short(m.name, 48)}" for m in indicator.measures]
    lines += ["", say("NHIỆM VỤ", "TASKS")]
    for task in programme.tasks:
        lines.append(f"  {_place(task):<9}{_short(task.text)}{_doubt(task.confidence)}")
        who = "; ".join(task.leads)
        when = task.time_text or task.recurrence or ""
        if who or when:
            lines.append(f"           {who}{' · ' if who and when else ''}{when}")
    lines += ["", say("ĐIỂM CẦN RÀ SOÁT", "FINDINGS"), *(f"  [{f.severity}] {f.why}" for f in programme.findings)]
    return "\n".join(lines) + "\n"


def _short(text: str, width: int = TEXT_WIDTH) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _doubt(confidence: str) -> str:
    return "" if confidence == "sure" else say("  (cần xem)", "  (doubtful)")


def _place(task: Task) -> str:
    return f"{task.appendix or ''}/{task.row or ''}" if task.source == "appendix" else task.id


def figure(measure: Measure) -> str:
    """Return the committed number as text: "≥ 90 %, 2030"."""
    signs = {
        "at_least": "≥",
        "above": ">",
        "at_most": "≤",
        "below": "<",
        "equal": "=",
        "increase": "+",
        "decrease": "−",
    }
    numbers = [format(n, "f").replace(".", ",") for n in (measure.low, measure.high) if n is not None]
    text = f"{signs.get(measure.direction, '')} {'–'.join(numbers)} {measure.unit or ''}".strip()
    years = "-".join(str(y) for y in (measure.year_from, measure.year_to) if y)
    return ", ".join(filter(None, (text, years if years else measure.period)))


def as_page(programme: Programme) -> str:
    """Return targets, tasks and findings as one plain page."""
    rows = "".join(
        f"<tr><td>{escape(i.label or '')}</td><td>{escape(i.text)}</td><td>{'<br>'.join(escape(figure(m)) for m in i.measures)}</td></tr>"
        for i in programme.indicators
    )
    tasks = "".join(
        f"<tr><td>{escape(_place(t))}</td><td>{escape(t.text)}</td><td>{escape('; '.join(t.leads))}</td><td>{escape(t.time_text or t.recurrence or '')}</td></tr>"
        for t in programme.tasks
    )
    findings = "".join(f"<li>{escape(f.why)}</li>" for f in programme.findings)
    title = escape(" ".join(filter(None, (programme.document.title, programme.document.number))) or "Đôn Đốc")
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font:16px/1.6 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}"
        "td,th{border:1px solid #bbb;padding:.3em .6em;vertical-align:top;text-align:left}</style>"
        f"<h1>{title}</h1><h2>{say('Chỉ tiêu', 'Targets')}</h2><table>{rows}</table>"
        f"<h2>{say('Nhiệm vụ', 'Tasks')}</h2><table>{tasks}</table><h2>{say('Điểm cần rà soát', 'Findings')}</h2><ol>{findings}</ol></html>\n"
    )
