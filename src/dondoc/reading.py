"""The whole way of one paper in one call: file, document, programme, findings. Pure: knows no Django."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .programme.model import Programme
from .reader.document import Document, UnreadableError

if TYPE_CHECKING:
    from .reader.limits import Limits


class NoProgrammeError(UnreadableError):
    """The file is readable, but nothing in it is a task or a target: a results table, a letter, an invitation."""

    def __init__(self) -> None:
        super().__init__(
            "no_programme",
            "Không tìm thấy nhiệm vụ hay chỉ tiêu nào trong tệp; tệp có thể không phải chương trình, kế hoạch, nghị quyết.",
            "No task or target was found in the file; it may not be a programme, plan or resolution.",
        )


def read_paper(data: bytes, filename: str, limits: Limits | None = None) -> tuple[Document, Programme]:
    """Return the document in `data` and the programme read from it, with its findings.

    Raises UnreadableError with one sentence for the user: what the reader refuses, or a paper without a programme.
    """
    from .extraction import extract
    from .findings import find
    from .reader import read
    from .reader.limits import DEFAULT

    document = read(data, filename, limits or DEFAULT)
    programme = extract(document)
    if not programme.tasks and not programme.indicators:
        raise NoProgrammeError
    programme.findings = find(programme)
    return document, programme
