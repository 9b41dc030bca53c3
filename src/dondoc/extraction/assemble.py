"""Document to Programme: the parts, the outline, the items of each section, the appendices, in document order."""

from __future__ import annotations

import re
from itertools import chain

from dondoc.extraction import confidence
from dondoc.extraction.appendices.fallen_head import head_at
from dondoc.extraction.appendices.reading import Content, ContentReader, Placed, appendix_node
from dondoc.extraction.appendices.rows import recurrence_from_text
from dondoc.extraction.appendices.rows import task_of as row_task
from dondoc.extraction.appendices.targets import has_figures, is_target_table, last_year, measures_of_row, with_products
from dondoc.extraction.deliverables import deliverables_in
from dondoc.extraction.duties import assignments_of, charges_of
from dondoc.extraction.header import Head, header_of
from dondoc.extraction.indicators import aims_of, indicators_of
from dondoc.extraction.kinds import heading_kind
from dondoc.extraction.labels import Label, recipients_label, section_labels
from dondoc.extraction.measures import measures_of
from dondoc.extraction.outline import Outline, build, first_words
from dondoc.extraction.paragraphs import Layout, is_capital, paragraphs_of
from dondoc.extraction.parts import Part, Parts, take_apart, without_page_numbers
from dondoc.extraction.passage import of_lines, spans_of
from dondoc.extraction.recipients import recipients_of
from dondoc.extraction.references import references_in
from dondoc.extraction.tasks import section_id, tasks_of
from dondoc.extraction.times import read_times
from dondoc.extraction.tree import Block, Node
from dondoc.programme.model import Assignment, Deliverable, Header, Indicator, Programme, Section, Source, Task
from dondoc.reader.document import Document, Line

_RECIPIENTS_LABEL = "Nơi nhận"
_DATED = re.compile(
    r"(?:(?:mục tiêu|chỉ tiêu)\s+)?(?:(?:đến|hết|cuối|trong|vào|giai đoạn|quý [IVX]+|tháng \d+)[\s,/]*)*(?:năm\s+)?"
    r"20\d\d(?:\s*[-–]\s*20\d\d)?\s*:?",
    re.IGNORECASE,
)
_TITLE_YEAR = re.compile(r"năm\s+(20\d\d)(?!\s*[-–]\s*20)", re.IGNORECASE)


class _Assembly:
    """Builds one programme."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts: Parts = take_apart(document)
        running = [line for part in self._parts.prose for line in part.lines if line.table is None]
        self._layout = Layout(document, running)
        self._nodes: list[Node] = []
        self._found: list[tuple[int, Indicator | Task]] = []
        self._nearest: list[str] = []  # of each assignment: the section it stands in, not the one it covers
        self._programme = Programme(text=document.text, document=Header(), sections=[], tasks=[])
        self._term: tuple[int, int] | None = None
        self._year: int | None = None

    def run(self) -> Programme:
        """Return the programme, without findings."""
        programme = self._programme
        outline, tables = self._body()
        programme.document = self._header(outline)
        self._term = _years(programme.document.term)
        self._year = _own_year(programme.document)
        self._collect(outline.order)
        for node, content in tables:
            self._place_rows(content, node, appendix=None)
        self._recipients()
        for part in self._parts.appendices:
            self._appendix(part)
        self._finish()
        return programme

    def _body(self) -> tuple[Outline, list[tuple[Node, Content]]]:
        """Build the outline of the body and of the programme attached to it, and read the tables that stand in them."""
        whole = Outline([], [], [])
        tables: list[tuple[Node, Content]] = []
        for part in self._parts.prose:
            blocks, fallen = self._blocks(part.lines)
            outline = build(blocks)
            whole.roots += outline.roots
            whole.preamble += outline.preamble
            for node in outline.order:
                whole.order.append(node)
                stretches = [fallen[block.table] for block in node.blocks if block.table is not None]
                if stretches:
                    reader = ContentReader(self._document, node)
                    for lines in stretches:
                        reader.read(lines)
                    whole.order += reader.content.groups
                    tables.append((node, reader.content))
        self._number(whole.order)
        return whole, tables

    def _blocks(self, lines: list[Line]) -> tuple[list[Block], list[list[Line]]]:
        """Return paragraphs and tables in order; the lines of each table, real or fallen, apart."""
        blocks: list[Block] = []
        tables: list[list[Line]] = []
        prose: list[Line] = []

        def flush() -> None:
            blocks.extend(Block(paragraph=p) for p in paragraphs_of(self._document, prose, self._layout))
            prose.clear()

        head = next((place for place in range(len(lines)) if head_at(self._document, lines, place)), len(lines))
        lines = [*without_page_numbers(self._document, lines[:head]), *lines[head:]]
        for place, line in enumerate(lines):
            if line.table is not None:
                flush()
                if not tables or tables[-1][0].table != line.table:
                    tables.append([])
                    blocks.append(Block(table=len(tables) - 1))
                tables[-1].append(line)
            elif tables and not prose and tables[-1][0].table is None and not self._ends_table(line):
                tables[-1].append(line)
            elif head_at(self._document, lines, place):
                flush()
                tables.append([line])
                blocks.append(Block(table=len(tables) - 1))
            else:
                prose.append(line)
        flush()
        return blocks, tables

    def _ends_table(self, line: Line) -> bool:
        """Tell whether a line below a fallen table of the body is the next heading of the paper."""
        text = self._document.text[line.start : line.end].strip()
        return is_capital(text) and any(heading_kind(text[label.end :]) for label in section_labels(text))

    def _number(self, nodes: list[Node]) -> None:
        for node in nodes:
            node.number = len(self._nodes)
            self._nodes.append(node)

    def _header(self, outline: Outline) -> Header:
        start = outline.order[0].heading.pieces[0][0] if outline.order else None
        lines = [
            self._document.text[line.start : line.end]
            for line in self._parts.body.lines
            if start is None or line.start < start
        ]
        header = header_of(Head(lines, self._signature()))
        document = self._document
        header.source = Source(
            filename=document.filename,
            sha256=document.sha256,
            media_type=document.media_type,
            pages=len(document.pages) or None,
        )
        return header

    def _signature(self) -> list[str]:
        """Return the lines of the signature; where it stands beside the recipients, what the line of their label ends with."""
        printed = [self._document.text[line.start : line.end] for line in self._parts.signature.lines]
        if printed or not self._parts.recipients.lines:
            return printed
        beside = [self._document.text[line.start : line.end].strip() for line in self._parts.recipients.lines]
        label = recipients_label(beside[0])
        return [beside[0][label.end :].strip(" :"), *beside[1:]] if label else beside

    def _collect(self, nodes: list[Node]) -> None:
        for node in nodes:
            if node.kind == "tasks":
                self._found += [(task.spans[0].start, task) for task in tasks_of(node, self._term, self._year)]
            elif node.kind == "indicators":
                self._found += [(item.spans[0].start, item) for item in indicators_of(node, self._term)]
                self._assign(node, charges_of(node))
            elif node.kind == "purpose":
                self._found += [(item.spans[0].start, item) for item in aims_of(node, self._term)]
            elif node.kind in {"assignment", "organisation"}:
                self._assign(node, assignments_of(node))

    def _assign(self, node: Node, made: list[Assignment]) -> None:
        self._programme.assignments += made
        self._nearest += [section_id(node)] * len(made)

    def _recipients(self) -> None:
        lines = self._parts.recipients.lines
        if not lines:
            return
        passage = of_lines(self._document, lines)
        node = Node(None, passage, 0, kind="recipients")
        at = max(passage.text.casefold().find("nơi"), 0)
        node.title = passage.cut(at, at + len(_RECIPIENTS_LABEL))
        self._number([node])
        self._programme.recipients = recipients_of([self._document.text[line.start : line.end] for line in lines])

    def _appendix(self, part: Part) -> None:
        node, taken = appendix_node(self._document, part.lines)
        reader = ContentReader(self._document, node)
        content = reader.read(part.lines[taken:])
        order = [node, *content.groups]
        prose = self._prose(node, content.prose)
        order += prose
        self._number(sorted(order, key=lambda each: each.heading.pieces[0][0]))
        self._collect(prose)
        label = node.label
        self._place_rows(content, node, appendix=label.name if isinstance(label, Label) else None)

    def _prose(self, home: Node, lines: list[Line]) -> list[Node]:
        """Build the outline of an appendix's paragraphs below its own section."""
        if not lines:
            return []
        outline = build([Block(paragraph=p) for p in paragraphs_of(self._document, lines, self._layout)])
        for root in outline.roots:
            root.parent = home
        return outline.order

    def _place_rows(self, content: Content, home: Node, appendix: str | None) -> None:
        for placed in content.rows:
            charged = any(column.role == "lead" for column in placed.columns)
            if is_target_table(placed.columns) and has_figures(placed.row) and not charged:
                item: Indicator | Task = self._row_indicator(placed)
            elif home.kind == "indicators":
                item = self._row_indicator(placed)
            else:
                item = self._row_task(placed, appendix)
            if item.text and item.spans:
                self._found.append((item.spans[0].start, item))

    def _row_task(self, placed: Placed, appendix: str | None) -> Task:
        task = row_task(
            placed.row, self._document.text, section=section_id(placed.node), appendix=appendix, group=placed.group
        )
        if is_target_table(placed.columns) and placed.row.figures:
            task.measures, doubts = measures_of_row(placed.row, last_year(task.finish or _dated_title(placed)))
            task.doubts += doubts
        else:
            measured = measures_of(task.text, kind="task", default_years=self._term)
            products = (measures_of(each.text, kind="task", default_years=self._term) for each in placed.row.products)
            measured = with_products(measured, list(chain.from_iterable(products)))
            task.measures = [found.measure for found in measured]
            task.doubts += [doubt for found in measured for doubt in found.doubts]
        recurrence_from_text(task)
        _take_heading_date(task, placed)
        return task

    def _row_indicator(self, placed: Placed) -> Indicator:
        row = placed.row
        text = row.text_or_empty
        indicator = Indicator(
            id="",
            section=section_id(placed.node),
            label=row.number,
            text=text,
            spans=spans_of(self._document.text, row.pieces),
        )
        if has_figures(row):
            indicator.measures, indicator.doubts = measures_of_row(row, last_year(_dated_title(placed)))
        if not indicator.measures:
            measured = measures_of(text, kind="indicator", default_years=self._term, context=placed.node.title_text)
            indicator.measures = [found.measure for found in measured]
            indicator.doubts = [doubt for found in measured for doubt in found.doubts]
        indicator.doubts = [*row.doubts, *indicator.doubts]
        return indicator

    def _finish(self) -> None:
        programme = self._programme
        programme.sections = [self._section(node) for node in self._nodes]
        for _, item in sorted(self._found, key=lambda pair: pair[0]):
            (programme.indicators if isinstance(item, Indicator) else programme.tasks).append(item)  # type: ignore[arg-type]
        for number, indicator in enumerate(programme.indicators, start=1):
            indicator.id = f"i{number}"
        for number, task in enumerate(programme.tasks, start=1):
            task.id = f"t{number}"
        programme.references = references_in(self._paper_text())
        programme.deliverables = self._deliverables()
        confidence.mark(programme, self._document)

    def _section(self, node: Node) -> Section:
        label = node.label.printed if node.label else None
        parent = section_id(node.parent) if node.parent is not None else None
        heading = node.heading
        spans = heading.spans()
        if node.kind == "recipients":
            spans = node.title.spans() if node.title else spans
        return Section(
            id=section_id(node),
            label=label,
            title=node.title_text or None,
            parent=parent,
            first_words=first_words(node),
            kind=node.kind,
            spans=spans,
        )

    def _paper_text(self) -> str:
        parts = [
            self._parts.body,
            self._parts.recipients,
            self._parts.attached,
            *self._parts.appendices,
            self._parts.notes,
        ]
        lines = [line for part in parts for line in part.lines]
        return "\n".join(" ".join(self._document.text[line.start : line.end].split()) for line in lines)

    def _deliverables(self) -> list[Deliverable]:
        """Return what purposes, tasks and assignments order to be drafted, in document order (convention 24)."""
        programme = self._programme
        stretches: list[tuple[int, str, str, str | None, bool]] = [
            (node.heading.pieces[0][0], node.rest.text, section_id(node), None, False)
            for node in self._nodes
            if node.kind == "purpose" and node.rest
        ]
        stretches += [
            (task.spans[0].start, task.text, task.section, task.id, task.source == "appendix")
            for task in programme.tasks
        ]
        for assignment, section in zip(programme.assignments, self._nearest, strict=True):
            stretches.append((assignment.spans[0].start, assignment.text, section, None, False))
        titles = {section_id(node): node.title_text for node in self._nodes}
        found: list[Deliverable] = []
        for _, text, section, task, row in sorted(stretches, key=lambda stretch: stretch[0]):
            found += deliverables_in(text, section, task, row_start=row, heading=titles.get(section, ""))
        return found


def _years(term: str | None) -> tuple[int, int] | None:
    if not term:
        return None
    first, last = term.split("-")
    return int(first), int(last)


def _take_heading_date(task: Task, placed: Placed) -> None:
    """Give a row of a table without a column of times the date that its group's heading is ("II. Đến năm 2045")."""
    if task.time_text or any(column.role == "time" for column in placed.columns):
        return
    title = _dated_title(placed)
    if title:
        times = read_times([title], ["Thời gian hoàn thành"])
        task.start, task.finish, task.time_text = times.start, times.finish, title


def _dated_title(placed: Placed) -> str | None:
    """Return the nearest title over a row that is a date and nothing else."""
    return next((node.title_text for node in placed.node.ancestors() if _DATED.fullmatch(node.title_text)), None)


def _own_year(header: Header) -> int | None:
    """Return the year that a paper plans: of its title, else of its date."""
    named = _TITLE_YEAR.search(f"{header.title or ''} {header.about or ''}")
    if named:
        return int(named[1])
    return int(header.date[:4]) if header.date else None


def extract(document: Document) -> Programme:
    """Read a document into a programme: header, sections, indicators, tasks, assignments, references, deliverables.

    `findings` stays empty; `dondoc.findings.find` fills it.
    """
    return _Assembly(document).run()
