"""Pages of intake: upload, its state, and the review beside the source."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.programmes.models import Programme
from dondoc.programmes.paper import paper_blocks
from dondoc.wards.access import OFFICE, WardRequest, page

from . import actions, editing, forms, pictures, queries
from .models import Review, ReviewItem, Upload


@page(OFFICE, methods="GET HEAD POST")
def uploads(request: WardRequest) -> HttpResponse:
    """List the ward's papers on their way in, and take a new one."""
    form = forms.UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        replaces = request.POST.get("replaces")
        old = get_object_or_404(Programme, pk=int(replaces) if replaces.isdecimal() else 0) if replaces else None
        try:
            row = actions.upload(request.user, request.ward, form.cleaned_data["file"], old)
        except actions.RefusedError as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("intake:state", row.pk)
    context = {
        "form": form,
        "uploads": queries.uploads(request.ward)[:100],
        "programmes": Programme.objects.all(),
        "replaces": request.POST.get("replaces") or request.GET.get("thay", ""),
    }
    return render(request, "intake/uploads.html", context, status=422 if form.errors else 200)


@page(OFFICE)
def upload_state(request: WardRequest, pk: int) -> HttpResponse:
    """Show how far the reading is; goes on to the review when it is done."""
    row: Upload = get_object_or_404(Upload.objects.select_related("review"), pk=pk)
    part = request.headers.get("HX-Request") == "true"
    if row.state == Upload.State.REVIEW:
        if part:
            return HttpResponse(headers={"HX-Redirect": f"/ra-soat/{row.review.pk}/"})
        return redirect("intake:review", row.review.pk)
    return render(request, "intake/state_part.html" if part else "intake/state.html", {"upload": row})


@page(OFFICE, methods="POST")
def answer(request: WardRequest, pk: int) -> HttpResponse:
    """Take the answer to what the reading asked."""
    row = get_object_or_404(Upload, pk=pk)
    try:
        actions.answer(request.user, row, yes=request.POST.get("answer") == "yes")
    except actions.RefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect("intake:state", row.pk)


@page(OFFICE, methods="POST")
def drop_upload(request: WardRequest, pk: int) -> HttpResponse:
    """Take a paper out of review."""
    row = get_object_or_404(Upload, pk=pk)
    try:
        actions.drop_upload(request.user, row)
    except actions.RefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect("intake:upload")


def _review(request: WardRequest, pk: int) -> Review:
    return get_object_or_404(Review.objects.select_related("upload", "ward"), pk=pk)


@page(OFFICE)
def review(request: WardRequest, pk: int) -> HttpResponse:
    """Show the source on the left and the reading on the right."""
    row = _review(request, pk)
    if row.upload.state == Upload.State.PUBLISHED and row.programme_id:
        return redirect("programmes:detail", row.programme_id)
    pages = row.layout.get("pages", []) if pictures.has_pages(row.upload) else []
    reading = queries.review_page(row)
    context = {
        "review": row,
        "reading": reading,
        "opened": reading.first,
        **(_open(row, reading.first) if reading.first else {}),
        "published_before": None if row.upload.replaces_id else queries.published_before(row.upload),
        "pictures": pages,
        "blocks": [] if pages else paper_blocks(row.text, row.layout),
        "missing": actions.missing_for_publication(row),
        "header_form": editing.header_form(row),
        "asked": not (row.number or row.no_number) or not (row.date or row.no_date),
    }
    return render(request, "intake/review.html", context)


@page(OFFICE)
def changes(request: WardRequest, pk: int) -> HttpResponse:
    """Show what an amended paper changes against the version that stands, before it is published."""
    row = _review(request, pk)
    if row.upload.replaces is None:
        raise Http404
    context = {"review": row, "programme": row.upload.replaces, "changes": queries.changes(row)}
    return render(request, "intake/changes.html", context)


@page(OFFICE)
def source_text(request: WardRequest, pk: int) -> HttpResponse:
    """Show the paper as text, for selecting a new item in it."""
    row = _review(request, pk)
    blocks = paper_blocks(row.text, row.layout)
    return render(request, "intake/source_text.html", {"review": row, "blocks": blocks})


@page(OFFICE)
def page_picture(request: WardRequest, pk: int, number: int) -> HttpResponse:
    """Serve one page of the paper as it looks."""
    row = _review(request, pk)
    if not 1 <= number <= pictures.page_count(row):
        raise Http404
    picture = pictures.stored(row.upload, number)
    if not picture:
        raise Http404
    return HttpResponse(picture, content_type="image/webp", headers={"Cache-Control": "private, max-age=86400"})


@page(OFFICE)
def item(request: WardRequest, pk: int, item: int) -> HttpResponse:
    """Show the editor of one item (a part of the review, or a page of its own without scripts)."""
    row = _review(request, pk)
    chosen = get_object_or_404(row.items.select_related("seen_by"), pk=item)
    return _editor(request, row, chosen)


def _editor(request: WardRequest, row: Review, chosen: ReviewItem, **more: Any) -> HttpResponse:
    part = request.headers.get("HX-Request") == "true"
    template = "intake/editor.html" if part else "intake/item.html"
    answer = render(request, template, {"review": row, "item": chosen, **_open(row, chosen), **more})
    if part and request.method == "POST":  # not done: the row stays, the editor in it says why
        answer["HX-Retarget"], answer["HX-Reswap"] = f"#m{chosen.pk} .slot", "innerHTML"
    return answer


def _open(row: Review, chosen: ReviewItem) -> dict[str, Any]:
    """Return what the editor of an item needs beside the item."""
    sections = row.items.filter(kind="section").exclude(state="dropped")
    return {"sections": sections, "editor": editing.Editor(chosen)}


def _conflict(request: WardRequest, row: Review, conflict: actions.ConflictError, verb: str) -> HttpResponse:
    """Show both versions; what was typed stays in the fields."""
    more: dict[str, Any] = {"conflict": str(conflict)}
    if verb in {"sua", "quyet-dinh"}:
        more["editor"] = editing.Editor(conflict.item, request.POST)
        more["differences"] = more["editor"].differences()
    return _editor(request, row, conflict.item, **more)


@page(OFFICE, methods="POST")
def act(request: WardRequest, pk: int, item: int, verb: str) -> HttpResponse:
    """Carry out one act on one item; a conflict shows both versions, a refusal its sentence."""
    row = _review(request, pk)
    chosen = get_object_or_404(row.items, pk=item)
    try:
        changed = editing.carry_out(request.user, chosen, verb, request.POST)
    except actions.ConflictError as conflict:
        return _conflict(request, row, conflict, verb)
    except actions.RefusedError as refusal:
        return _editor(request, row, chosen, refusal=str(refusal))
    except editing.InvalidError as invalid:
        return _editor(request, row, chosen, editor=invalid.editor)
    if request.headers.get("HX-Request") != "true":
        return redirect("intake:review", row.pk)
    return render(request, "intake/acted.html", {"review": row, "changed": changed, **_counts(row)})


def _counts(row: Review) -> dict[str, Any]:
    return {"reading": queries.review_page(row), "missing": actions.missing_for_publication(row)}


@page(OFFICE, methods="POST")
def accept_section(request: WardRequest, pk: int, section: str) -> HttpResponse:
    """Accept all sure items of a section."""
    row = _review(request, pk)
    try:
        count = actions.accept_section(request.user, row, section)
    except actions.RefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect("intake:review", row.pk)
    if request.headers.get("HX-Request") != "true":
        messages.success(request, _("Đã nhận %(count)d mục.") % {"count": count})
        return redirect("intake:review", row.pk)
    counts = _counts(row)
    group = next((g for g in counts["reading"].groups if g.section.ref == section), None)
    return render(request, "intake/section_accepted.html", {"review": row, "group": group, **counts})


@page(OFFICE, methods="POST")
def add(request: WardRequest, pk: int) -> HttpResponse:
    """Add an item from a selection in the source."""
    row = _review(request, pk)
    try:
        start, end = int(request.POST["start"]), int(request.POST["end"])
        actions.add(request.user, row, request.POST["kind"], request.POST["section"], start, end)
    except (KeyError, ValueError) as error:
        messages.error(
            request, str(error) if isinstance(error, actions.RefusedError) else _("Chọn một đoạn chữ trước.")
        )
    return redirect("intake:review", row.pk)


@page(OFFICE, methods="POST")
def undo(request: WardRequest, pk: int) -> HttpResponse:
    """Take back this person's last act and go back to its item."""
    row = _review(request, pk)
    place = ""
    try:
        change = actions.undo(request.user, row)
        messages.success(request, _("Đã hoàn tác.") if change else _("Không còn gì để hoàn tác."))
        place = f"#m{next(iter(change.after))}" if change else ""
    except actions.RefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{reverse('intake:review', args=[row.pk])}{place}")


@page(OFFICE, methods="POST")
def header(request: WardRequest, pk: int) -> HttpResponse:
    """Record number, date and the other fields of the paper's head."""
    row = _review(request, pk)
    form = forms.HeaderForm(request.POST)
    if form.is_valid():
        try:
            editing.save_header(request.user, row, form)
            messages.success(request, _("Đã lưu thông tin văn bản."))
        except actions.RefusedError as refusal:
            messages.error(request, str(refusal))
    else:
        messages.error(request, " ".join(str(e) for errors in form.errors.values() for e in errors))
    return redirect("intake:review", row.pk)


@page(OFFICE, methods="POST")
def publish(request: WardRequest, pk: int) -> HttpResponse:
    """Publish the reviewed reading."""
    row = _review(request, pk)
    try:
        programme = actions.publish(request.user, row)
    except actions.RefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect("intake:review", row.pk)
    messages.success(request, _("Đã công bố. Việc tiếp theo: giao chủ trì ở thẻ Phân công."))
    return redirect("programmes:detail", programme.pk)


@page(OFFICE)
def tail(request: WardRequest, pk: int, kind: str) -> HttpResponse:
    """Show references, deliverables or recipients, which the review opens on demand."""
    row = _review(request, pk)
    if kind not in (*queries.TAILS, "finding"):
        raise Http404
    items = row.items.filter(kind=kind)
    if kind == "finding":
        items = items.exclude(data__severity="error")
    return render(request, "intake/rows.html", {"review": row, "items": items})
