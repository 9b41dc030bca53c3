"""Every write on a paper on its way in: upload, what the reading yielded, every act of reviewing, publication."""

from .arriving import PICTURES, answer, bring_in, drop_upload, store_result, upload
from .publishing import missing_for_publication, publish, set_header
from .recovering import claim, take_up_again
from .refusals import ConflictError, RefusedError
from .reviewing import accept, accept_section, add, decide, drop, edit, join, mark, move, reclassify, split, undo

__all__ = [
    "PICTURES",
    "ConflictError",
    "RefusedError",
    "accept",
    "accept_section",
    "add",
    "answer",
    "bring_in",
    "claim",
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
    "take_up_again",
    "undo",
    "upload",
]
