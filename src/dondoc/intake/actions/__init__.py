"""Every write on a paper on its way in: upload, what the reading yielded, every act of reviewing, publication."""

from .arriving import answer, bring_in, drop_upload, store_result, upload
from .publishing import missing_for_publication, publish, set_header
from .refusals import ConflictError, RefusedError
from .reviewing import accept, accept_section, add, decide, drop, edit, join, mark, move, reclassify, split, undo

__all__ = [
    "ConflictError",
    "RefusedError",
    "accept",
    "accept_section",
    "add",
    "answer",
    "bring_in",
    "decide",
    "drop",
    "drop_upload",
    "edit",
    "join",
    "mark",
    "missing_for_publication",
    "move",
    "publish",
    "reclassify",
    "set_header",
    "split",
    "store_result",
    "undo",
    "upload",
]
