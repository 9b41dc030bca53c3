"""Draft small programmes for tests: every line written gives the text and, at once, the item with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dondoc.programme.model import (
    Assignment,
    Deliverable,
    Header,
    Indicator,
    Measure,
    Programme,
    Section,
    Span,
    Task,
)


def rate(name: str, low: str | None, period: str = "by_year", year: int | None = 2030, **more: Any) -> Measure:
    """Return a share in per cent; without `low` give `high` in `more`."""
    return number(name, low, "%", period, year, **more)


def number(
    name: str, low: str | None, unit: str, period: str = "by_year", year: int | None = 2030, **more: Any
) -> Measure:
    """Return a measure of any unit."""
    high = more.pop("high", None)
    return Measure(
        name=name,
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
        unit=unit,
        period=period,  # type: ignore[arg-type]
        year_to=year if period == "by_year" else None,
        **more,
    )


class Draft:
    """A paper being written line by line."""

    def __init__(self, **header: Any) -> None:
        values = {
            "number": "12-CTr/ĐU",
            "date": "2025-10-15",
            "place": "Tân Lập",
            "issuer": "Ban Chấp hành Đảng bộ xã",
            "title": "Chương trình hành động",
            "term": "2025-2030",
            "signer": "Nguyễn Văn Bình",
        }
        self.programme = Programme(document=Header(**{**values, **header}), sections=[], tasks=[])

    def _write(self, line: str) -> Span:
        start = len(self.programme.text)
        self.programme.text += line + "\n"
        return Span(start=start, end=start + len(line))

    def text(self, line: str) -> None:
        """Write a line that is no item."""
        self._write(line)

    def section(
        self, kind: str, label: str | None, title: str | None, parent: str | None = None, mark: str = "."
    ) -> str:
        """Write a heading and return its id."""
        line = f"{label}{mark} {title or ''}".strip() if label else title or ""
        span = self._write(line)
        name = f"s{len(self.programme.sections) + 1}"
        self.programme.sections.append(
            Section(id=name, label=label, title=title, parent=parent, kind=kind, first_words=line, spans=[span])  # type: ignore[arg-type]
        )
        return name

    def appendix(self, number: str, title: str, head: str = "STT Nhiệm vụ Cơ quan chủ trì Thời gian") -> str:
        """Write the title and the head of an appendix and return its id."""
        name = self.section("appendix", f"Phụ lục số {number}", title, mark="")
        self._write(head)
        return name

    def target(self, section: str, label: str | None, text: str, *measures: Measure, dash: str = "") -> None:
        """Write a target."""
        span = self._write(f"{dash}{label + ' ' if label else ''}{text}")
        span.start += len(dash)
        name = f"i{len(self.programme.indicators) + 1}"
        self.programme.indicators.append(
            Indicator(id=name, section=section, label=label, text=text, measures=list(measures), spans=[span])
        )

    def task(self, section: str, text: str, *measures: Measure, **more: Any) -> str:
        """Write a task of the body and return its id."""
        span = self._write(f"- {text}")
        span.start += 2
        name = f"t{len(self.programme.tasks) + 1}"
        self.programme.tasks.append(
            Task(id=name, section=section, text=text, measures=list(measures), spans=[span], **more)
        )
        return name

    def row(
        self, section: str, appendix: str, row: str, text: str, *measures: Measure, printed: str = "", **more: Any
    ) -> None:
        """Write an appendix row; by default UBND xã leads it from 2025 to 2030."""
        values: dict[str, Any] = {"leads": ["UBND xã"], "start": "2025", "finish": "2030", **more}
        span = self._write(f"{printed or row} {text}")
        span.start = span.end - len(text)
        dates = " ".join(
            filter(
                None,
                [*values["leads"], values.get("resource"), values["start"], values["finish"], values.get("time_text")],
            )
        )
        cells = self._write(dates or "-")
        self.programme.tasks.append(
            Task(
                id=f"t{len(self.programme.tasks) + 1}",
                section=section,
                text=text,
                source="appendix",
                appendix=appendix,
                row=row,
                measures=list(measures),
                spans=[span, cells],
                **values,
            )
        )

    def duty(self, section: str, text: str, leads: list[str], label: str = "", **more: Any) -> None:
        """Write an assignment."""
        span = self._write(f"{label}{text}")
        span.start += len(label)
        self.programme.assignments.append(Assignment(section=section, text=text, leads=leads, spans=[span], **more))

    def deliverable(self, kind: str, title: str, section: str, task: str | None = None) -> None:
        """Note a document that the paper orders to be drafted."""
        self.programme.deliverables.append(Deliverable(kind=kind, title=title, section=section, task=task))

    def recipients(self, *lines: str) -> None:
        """Write the recipients."""
        self.section("recipients", None, "Nơi nhận:")
        for line in lines:
            self._write(f"- {line},")
            self.programme.recipients.append(line)
