"""Missing where the others have it: a task without lead or date among dated ones, a lead without a paragraph of its own."""

from __future__ import annotations

import re
from collections import defaultdict

from ..programme.model import Assignment, Finding, Section, Task
from .paper import Entry, Paper, shorten
from .stale_units import gone
from .targets import dated_heading
from .words import content, fold, syllables

_SHARED = 0.5  # share of a row's pairs of syllables that the task it carries out holds
_FEW_MET = 0.3
_MOST = 0.7  # share of the tasks of a part that must have it before the others are asked for it
_FEW = 6  # tasks below which there is no custom to depart from
_INTRODUCES = re.compile(r"(?::|như sau|sau đây)\W*$")
_COLLECTIVE = re.compile(r"^(?:cac|nhung|moi|tung)\b|\blien quan\b")
_FOREIGN = re.compile(r"\b(?:ngan hang|kho bac|thue|bao hiem xa hoi|hai quan|doanh nghiep|truong|benh vien|vien)\b")


def find(paper: Paper, bare: list[Entry]) -> list[Finding]:
    """Return the findings about what most items of a paper have and some lack; `bare` as `bare_tasks` returns it."""
    return [*_tasks(paper), *_bare(paper, bare), *_leads_without_a_paragraph(paper)]


def _tasks(paper: Paper) -> list[Finding]:
    tasks = [(entry, entry.item) for entry in paper.of("body") if isinstance(entry.item, Task)]
    if len(tasks) < _FEW:
        return []
    findings = []
    led = [entry for entry, task in tasks if task.leads]
    unled = [e for e, task in tasks if not task.leads and not _INTRODUCES.search(task.text) and not _headed(paper, e)]
    unled = [entry for entry in unled if not _DOER.match(fold(entry.text))]
    if len(led) < _MOST * len(tasks):
        unled = []
    dated = [entry for entry, task in tasks if task.finish or task.recurrence or task.time_text]
    bare = [entry for entry, task in tasks if not _says_when(task)]
    bare = [entry for entry in bare if not _INTRODUCES.search(entry.text) and not _standing(paper, entry)]
    if len(dated) < _MOST * len(tasks):
        bare = []
    lacking = {"đơn vị chủ trì": unled, "thời hạn": bare}
    if unled == bare:
        lacking = {"đơn vị chủ trì và thời hạn": bare}
    for what, entries in lacking.items():
        if entries:
            why = f"{_many(entries)} không ghi {what}, trong khi các nhiệm vụ khác có."
            findings.append(paper.point("missing", "warning", why, [(e, shorten(e.text)) for e in entries]))
    return findings


def _says_when(task: Task) -> bool:
    """Tell whether a task has a time of its own, or its figure has ("… lên 60% vào cuối nhiệm kỳ")."""
    timed = any(measure.period != "unspecified" for measure in task.measures)
    return timed or bool(task.finish or task.start or task.recurrence or task.time_text)


# Duties that go on as long as the paper holds: leading, being in charge, keeping up.
_STANDING = re.compile(
    r"\b(?:thuong xuyen|dinh ky|co trach nhiem|chiu trach nhiem|duoc phan cong phu trach|duy tri|giu vung)\b|"
    r"^(?:tap trung )?lanh dao,? (?:chi dao )?(?:thuc hien )?(?:cac )?(?:nhiem vu|cong tac)\b|"
    r"^tap trung (?:lanh,? chi dao|chi dao|lanh dao|thuc hien)\b"
)


def _standing(paper: Paper, entry: Entry) -> bool:
    """Say whether a task is a duty without an end: by its words, or by the heading it stands under."""
    titles = (section.title or section.first_words for section in paper.ancestors(entry.section))
    return bool(_STANDING.search(fold(entry.text))) or any(_STANDING.search(fold(title)) for title in titles)


_UNIT_HEAD = re.compile(
    r"^(?:giao |de nghi )?(?:cac |co quan )?(?:uy ban|to dang|dang uy|dang doan|lanh dao|ban|phong|so|van phong|cong an|hoi|chi bo|mat tran|ubnd|trung tam)\b"
)

_DOER = re.compile(  # a sentence that opens with who does it
    r"^(?:cac )?(?:uy ban (?:nhan dan|mat tran)|ubnd|dang uy|dang doan|ban thuong vu|thuong truc|van phong|mat tran to quoc)\b"
)


def _headed(paper: Paper, entry: Entry) -> bool:
    """Say whether the heading above a task is a unit's name, whose task it then is."""
    titles = (section.title or section.first_words for section in paper.ancestors(entry.section))
    return any(_UNIT_HEAD.match(re.sub(r"^[\d.a-z]{1,5}[.)]\s*", "", fold(title))) for title in titles)


_BARE = 8  # tasks from which on a paper without leads and dates is worth a word
_REFERRED = re.compile(r"\b(?:muc|phan) \(?([ivx]+)\b")  # "các nhiệm vụ tại mục (IV)"


def bare_tasks(paper: Paper) -> list[Entry]:
    """Return the tasks without lead or date of a body most of whose tasks have neither and nothing else gives out."""
    tasks = [(entry, entry.item) for entry in paper.of("body") if isinstance(entry.item, Task)]
    assigned = {chapter.id for e in paper.of("assignment") if (chapter := paper.chapter(e.section))}
    given = {label for e in paper.of("assignment") for label in _REFERRED.findall(fold(e.text))}
    bare = [
        entry
        for entry, task in tasks
        if not (task.leads or task.finish or task.start or task.recurrence or task.time_text)
        and not _INTRODUCES.search(task.text)
        and not ((chapter := paper.chapter(entry.section)) and chapter.id in assigned)
        and not _headed(paper, entry)
        and not dated_heading(paper, entry)
        and not given & {fold(section.label or "") for section in paper.ancestors(entry.section)}
    ]
    if len(bare) < _BARE or len(bare) < _MOST * len(tasks):
        return []
    rows = [content(entry.text) for entry in paper.of("row")]
    met = [e for e in bare if any(len(row & content(e.text)) >= _SHARED * len(row) for row in rows if row)]
    return bare if len(met) <= _FEW_MET * len(bare) else []


def _bare(paper: Paper, bare: list[Entry]) -> list[Finding]:
    """Tell in one finding, at the headings of the parts, that the tasks of a paper have neither lead nor date."""
    if not bare:
        return []
    tops = list(dict.fromkeys(_top(paper, entry) for entry in bare))
    why = f"{', '.join(tops[:4])}: có {len(bare)} nhiệm vụ không ghi đơn vị chủ trì và thời hạn hoàn thành."
    firsts = {_top(paper, entry): entry for entry in reversed(bare)}
    chosen = sorted({*firsts.values(), *bare[:3]}, key=lambda entry: entry.order)
    heads = {part.id: paper.heading(part) for entry in chosen for part in _parts(paper, entry)}
    places: list[tuple[Entry | None, str]] = [(None, head) for head in list(heads.values())[:2]]
    return [paper.point("missing", "warning", why, [*places, *((e, shorten(e.text)) for e in chosen)])]


def _parts(paper: Paper, entry: Entry) -> list[Section]:
    """Return the outermost section of an entry when it bears a number and a title."""
    return [section for section in paper.ancestors(entry.section)[-1:] if section.label and section.title]


def _top(paper: Paper, entry: Entry) -> str:
    """Return the name of the outermost numbered section of an entry."""
    chain = [section for section in paper.ancestors(entry.section) if section.label]
    return paper.section_name(chain[-1].id if chain else entry.section)


def _many(entries: list[Entry]) -> str:
    return f"Có {len(entries)} nhiệm vụ" if len(entries) > 1 else "Một nhiệm vụ"


def _key(name: str) -> frozenset[str]:
    words = re.sub(r"\b(?:tinh|thanh pho|xa|phuong|va|cac|cua|dac khu)\b", " ", " ".join(syllables(name)))
    return frozenset(words.replace("ubnd", "uy ban nhan dan").split())


def _leads_without_a_paragraph(paper: Paper) -> list[Finding]:
    """Find units that lead appendix rows while the part that goes unit by unit gives them no paragraph."""
    duties = [e.item for e in paper.of("assignment") if isinstance(e.item, Assignment)]
    own = {_key(unit) for duty in duties for unit in [*duty.leads, *duty.coordinating, *duty.advisory]}
    sections = {e.section for e in paper.of("assignment")}
    own |= {_key(paper.sections[s].title or "") for s in sections if s in paper.sections}
    singly = [duty for duty in duties if len(duty.leads) == 1]
    if len({duty.leads[0] for duty in singly}) < 4 or len(singly) < 0.6 * len(duties):
        return []  # the closing part does not go unit by unit
    missing: dict[str, list[Entry]] = defaultdict(list)
    for entry in paper.of("row"):
        for unit in entry.item.leads if isinstance(entry.item, Task) else []:
            key, folded = _key(unit), fold(unit)
            if (
                len(key) < 2
                or unit[:1].islower()
                or _COLLECTIVE.search(folded)
                or _FOREIGN.search(folded)
                or gone(unit)
            ):
                continue
            if not any(len(key & known) >= 0.7 * len(key) for known in own):
                missing[unit].append(entry)
    if not missing or len(missing) > 3:
        return []
    names = ", ".join(missing)
    why = f"Chủ trì việc trong phụ lục nhưng không được giao nhiệm vụ riêng ở phần tổ chức thực hiện: {names}."
    places: list[tuple[Entry | None, str]] = [(e, paper.row(e)) for entries in missing.values() for e in entries]
    return [paper.point("missing", "note", why, places)]
