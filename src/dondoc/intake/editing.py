"""Between the posted form and the verbs: which editor an item has, and which verb a button calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from dondoc.programmes.forms import DecisionForm
from dondoc.wards.models import User

from . import actions, forms
from .models import Review, ReviewItem

MEASURED = ("indicator", "task")


class Editor:
    """The form of one item, with one row for each of its measures, or the decision on a finding."""

    def __init__(self, item: ReviewItem, posted: QueryDict | None = None) -> None:
        self.item = item
        self.form: Any
        self.measures: Any = None
        if item.kind == "finding":
            initial = item.decision or {"state": "decided"}
            self.form = DecisionForm(posted, quotes=item.data["where"], initial=initial)
            return
        self.form = forms.EDITORS[item.kind](posted, initial=item.data)
        if item.kind in MEASURED:
            self.measures = forms.MeasureFormSet(posted, initial=item.data["measures"], prefix="m")

    def is_valid(self) -> bool:
        """Say whether everything posted is right."""
        valid = self.form.is_valid()
        return valid and (self.measures is None or self.measures.is_valid())

    def data(self) -> dict[str, Any]:
        """Return the changed fields as the format has them."""
        data: dict[str, Any] = self.form.item_data()
        if self.measures is not None:
            data["measures"] = [
                f.item_data() for f in self.measures if f.has_changed_or_kept() and f not in self.measures.deleted_forms
            ]
        return data

    def differences(self) -> list[tuple[str, str, str]]:
        """Return what was posted other than it stands: label of the field, as it stands, as posted."""
        found = [
            (str(field.label), _shown(field.initial), _shown(field.data))
            for field in self.form
            if _shown(field.initial) != _shown(field.data)
        ]
        for number, row in enumerate(self.measures or (), start=1):
            if not row.has_changed():
                continue
            found += [
                (f"{_('Thước đo')} {number}, {field.label}", _shown(field.initial), _shown(field.data))
                for field in row
                if field.name in row.changed_data
            ]
        return found


def _shown(value: Any) -> str:
    """Return a field's value as one line, lists as their entries."""
    if isinstance(value, list | tuple):
        return "; ".join(str(v) for v in value)
    return "; ".join(str("" if value is None else value).split("\n")).replace("\r", "").strip()


class InvalidError(ValueError):
    """What was posted does not fit; `editor` shows what was typed with its errors."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor


def carry_out(user: User, item: ReviewItem, verb: str, posted: QueryDict) -> list[ReviewItem]:
    """Call the verb that a button names; return the items that changed. Raises RefusedError and InvalidError."""
    try:
        revision = int(_text(posted, "revision"))
        return VERBS[verb](user, item, revision, posted)
    except (KeyError, ValueError) as error:
        if isinstance(error, actions.RefusedError | InvalidError):
            raise
        raise actions.RefusedError(_("Yêu cầu không đầy đủ; hãy tải lại trang.")) from error


def _text(posted: QueryDict, name: str) -> str:
    """Return a posted field; raises KeyError when it is missing."""
    return str(posted[name])


def _accept(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    return [actions.accept(user, item, revision)]


def _drop(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    return [actions.drop(user, item, revision)]


def _edit(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    editor = Editor(item, posted)
    if not editor.is_valid():
        raise InvalidError(editor)
    return [actions.edit(user, item, revision, editor.data())]


def _decide(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    editor = Editor(item, posted)
    if not editor.form.is_valid():
        raise InvalidError(editor)
    return [actions.decide(user, item, revision, editor.form.cleaned_data)]


def _split(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    return actions.split(user, item, revision, int(_text(posted, "offset")))


def _join(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    return [actions.join(user, item, revision)]


def _move(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    return [actions.move(user, item, revision, _text(posted, "section"))]


def _reclassify(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    return [actions.reclassify(user, item, revision, _text(posted, "kind"))]


def _mark(user: User, item: ReviewItem, revision: int, posted: QueryDict) -> list[ReviewItem]:
    return [actions.mark(user, item, revision, focus="focus" in posted, breakthrough="breakthrough" in posted)]


VERBS: dict[str, Callable[[User, ReviewItem, int, QueryDict], list[ReviewItem]]] = {
    "dung": _accept,
    "bo": _drop,
    "sua": _edit,
    "quyet-dinh": _decide,
    "tach": _split,
    "ghep": _join,
    "chuyen": _move,
    "doi-loai": _reclassify,
    "danh-dau": _mark,
}


def header_form(review: Review) -> forms.HeaderForm:
    """Return the form of the paper's head, filled with what was read."""
    initial = {
        **review.header,
        "number": review.number,
        "no_number": review.no_number,
        "date": review.date,
        "no_date": review.no_date,
    }
    return forms.HeaderForm(initial=initial)


def save_header(user: User, review: Review, form: forms.HeaderForm) -> None:
    """Store a valid form of the paper's head."""
    data = dict(form.cleaned_data)
    actions.set_header(
        user,
        review,
        number=data.pop("number"),
        no_number=data.pop("no_number"),
        date=data.pop("date"),
        no_date=data.pop("no_date"),
        header={k: v or None for k, v in data.items()},
    )
