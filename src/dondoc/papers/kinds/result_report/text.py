"""Writes the result report of a period: sentences and tables out of its figures. Pure: knows no database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dondoc.measure.task_state import STATE_LABELS, TIMING_LABELS

from ...layouts.content import Appendix, Block, Heading, Paragraph, Table
from .figures import MeasureLine, ReportData, TaskLine

MANY = 12  # so many late tasks or measures are named in the text, the rest stand in the appendix
GOOD = ("met", "exceeded", "on_track")
UNNAMED_PERIOD = "không nêu kỳ"
GROUP_WORDS: dict[str, str] = {
    **{timing.value: word for timing, word in TIMING_LABELS.items()},
    **{state.value: word for state, word in STATE_LABELS.items()},
}


def blocks(data: ReportData) -> list[Block]:
    """Return the body of the report in the order that reports have: situation, results, limits, tasks ahead."""
    return [
        Paragraph(_opening(data)),
        Heading("I. TÌNH HÌNH CHUNG"),
        *_general(data),
        Heading("II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"),
        *_targets(data),
        Heading("III. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ"),
        *_tasks(data),
        Heading("IV. TỒN TẠI, HẠN CHẾ"),
        *_limits(data),
        Heading("V. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI"),
        *_ahead(data),
    ]


def appendices(data: ReportData) -> list[Appendix]:
    """Return the table of targets and the table of tasks."""
    return [
        Appendix(title="Tình hình thực hiện các chỉ tiêu", blocks=[_target_table(data)]),
        Appendix(title="Tình hình thực hiện các nhiệm vụ", blocks=[_task_table(data)]),
    ]


def _opening(data: ReportData) -> str:
    name = f"{data.programme_title.capitalize() if data.programme_title.isupper() else data.programme_title}"
    number = f" số {data.programme_number}" if data.programme_number else ""
    return (
        f"Thực hiện {name}{number} {data.about}, kết quả {data.period_label[:1].lower()}{data.period_label[1:]} "
        f"(số liệu chỉ tiêu chốt đến ngày {data.cutoff}, tình hình nhiệm vụ đến ngày {data.tasks_on}) như sau:"
    ).replace("  ", " ")


def _general(data: ReportData) -> list[Block]:
    binding = [m for m in data.measures if m.status != "overruled"]
    judged = [m for m in binding if m.status in (*GOOD, "at_risk", "behind")]
    good = sum(m.status in GOOD for m in judged)
    missing = len(binding) - len(judged)
    done = sum(t.state == "done" for t in data.tasks)
    overdue = sum(t.group == "overdue" for t in data.tasks)
    figures = (
        f"Trong {len(judged)} thước đo đã có số liệu để đánh giá, {good} đạt, vượt hoặc đúng tiến độ; "
        f"{missing} thước đo chưa có số liệu, chưa đến kỳ hoặc chưa áp dụng. "
        if judged
        else "Chưa có thước đo nào có số liệu để đánh giá. "
    )
    text = (
        f"Chương trình có {len(binding)} thước đo và {len(data.tasks)} nhiệm vụ được theo dõi. {figures}"
        f"{done} nhiệm vụ đã hoàn thành, {overdue} nhiệm vụ quá hạn."
    )
    blocks: list[Block] = [Paragraph(text)]
    if data.guarded_left_out:
        blocks.append(Paragraph(f"{data.guarded_left_out} mục quốc phòng, an ninh được báo cáo riêng."))
    return blocks


def _targets(data: ReportData) -> list[Block]:
    blocks: list[Block] = []
    for chapter in _in_order(m.chapter for m in data.measures):
        lines = [m for m in data.measures if m.chapter == chapter]
        counts = Counter(m.verdict for m in lines)
        blocks.append(Paragraph(f"{chapter}: {len(lines)} thước đo, trong đó {_counted(counts)}."))
        for line in [m for m in lines if m.status in ("met", "exceeded")][:MANY]:
            blocks.append(Paragraph(f"- {_capital(line.name)}: {line.value} (chỉ tiêu {line.target}), {line.verdict}."))
    blocks.append(Paragraph("Chi tiết từng chỉ tiêu tại Phụ lục số 01."))
    return blocks


def _tasks(data: ReportData) -> list[Block]:
    counts = Counter(GROUP_WORDS[t.group] for t in data.tasks)
    rows = [[u.name, str(u.total), str(u.done), str(u.done_in_time), str(u.overdue)] for u in data.units]
    return [
        Paragraph(f"Trong {len(data.tasks)} nhiệm vụ: {_counted(counts)}. Tỷ lệ đúng hạn tính theo hạn ban đầu."),
        Table(
            heads=["Đơn vị chủ trì", "Số nhiệm vụ", "Hoàn thành", "Đúng hạn", "Quá hạn"],
            widths=[75, 25, 25, 20, 20],
            align="lrrrr",
            rows=rows,
        ),
        Paragraph("Chi tiết từng nhiệm vụ tại Phụ lục số 02."),
    ]


def _limits(data: ReportData) -> list[Block]:
    blocks: list[Block] = []
    behind = [m for m in data.measures if m.status == "behind"]
    risky = [m for m in data.measures if m.status == "at_risk"]
    for title, lines in (("chậm so với đường đi tới chỉ tiêu", behind), ("có nguy cơ không đạt", risky)):
        if lines:
            blocks.append(Paragraph(f"{len(lines)} thước đo {title}:"))
            blocks += [Paragraph(f"- {_behind(line)}") for line in lines[:MANY]]
    late = sorted((t for t in data.tasks if t.group == "overdue"), key=lambda t: -t.days)
    if late:
        blocks.append(Paragraph(f"{len(late)} nhiệm vụ quá hạn:"))
        blocks += [Paragraph(f"- {_late(task)}") for task in late[:MANY]]
    unclear = sum(not t.lead for t in data.tasks)
    if unclear:
        blocks.append(Paragraph(f"{unclear} nhiệm vụ chưa rõ đơn vị chủ trì."))
    silent = sum(m.status in ("no_data", "report_overdue") for m in data.measures)
    if silent:
        blocks.append(Paragraph(f"{silent} thước đo chưa có số liệu trong kỳ."))
    return blocks or [Paragraph("Không có chỉ tiêu chậm hoặc nhiệm vụ quá hạn tại thời điểm chốt số liệu.")]


def _ahead(data: ReportData) -> list[Block]:
    soon = [t for t in data.tasks if t.group == "soon"]
    if not soon:
        return [
            Paragraph("Tiếp tục thực hiện các nhiệm vụ theo thời hạn của chương trình; khắc phục các hạn chế nêu trên.")
        ]
    lines: list[Block] = [Paragraph(f"{len(soon)} nhiệm vụ sắp đến hạn:")]
    return lines + [Paragraph(f"- {_soon(task)}") for task in soon[:MANY]]


def _behind(line: MeasureLine) -> str:
    who = f" ({line.unit})" if line.unit else ""
    period = "" if line.period == UNNAMED_PERIOD else f" {line.period}"
    return f"{_capital(line.name)}{who}: {line.value}, chỉ tiêu {line.target}{period}."


def _soon(task: TaskLine) -> str:
    due = f"hạn {task.extended or task.deadline}" if task.extended or task.deadline else ""
    return f"{task.code}: {_short(task.text)} ({', '.join(filter(None, (task.lead or 'chưa rõ chủ trì', due)))})."


def _late(task: TaskLine) -> str:
    return f"{task.code}: {_short(task.text)} ({task.lead or 'chưa rõ chủ trì'}; hạn {task.deadline}, quá {task.days} ngày)."


def _target_table(data: ReportData) -> Table:
    rows: list[list[str]] = []
    groups: set[int] = set()
    number = 0
    for chapter in _in_order(m.chapter for m in data.measures):
        groups.add(len(rows))
        rows.append([chapter, *[""] * 6])
        for line in (m for m in data.measures if m.chapter == chapter):
            number += 1
            kept = [
                _capital(line.name),
                line.target,
                "" if line.period == UNNAMED_PERIOD else line.period,
                line.value,
                line.observed_on,
                line.verdict,
            ]
            rows.append([str(number), *kept])
    return Table(
        heads=["TT", "Chỉ tiêu", "Mức giao", "Kỳ", "Kết quả", "Đến ngày", "Đánh giá"],
        widths=[12, 98, 32, 30, 30, 24, 26],
        align="clrlrcl",
        rows=rows,
        group_rows=frozenset(groups),
    )


def _task_table(data: ReportData) -> Table:
    rows: list[list[str]] = []
    groups: set[int] = set()
    for chapter in _in_order(t.chapter for t in data.tasks):
        groups.add(len(rows))
        rows.append([chapter, *[""] * 6])
        for t in (t for t in data.tasks if t.chapter == chapter):
            state = ", ".join(filter(None, (t.state_word, t.timing_word)))
            rows.append([t.code, t.text, t.lead or "chưa rõ chủ trì", t.deadline, t.extended, state, t.result])
    return Table(
        heads=["Mã", "Nội dung nhiệm vụ", "Chủ trì", "Hạn ban đầu", "Gia hạn", "Tình trạng", "Tóm tắt kết quả"],
        widths=[16, 92, 34, 22, 22, 26, 40],
        align="clllcll",
        rows=rows,
        group_rows=frozenset(groups),
    )


def _in_order(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {word.lower()}" for word, count in counts.most_common())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(text: str, width: int = 140) -> str:
    text = text.rstrip(".;, ")
    if len(text) <= width:
        return text
    return text[: text.rfind(" ", 0, width)].rstrip(",;: ") + "…"
