"""Taking in an evidence file: what kinds are allowed, how large, and what the file really is."""

from __future__ import annotations

import hashlib
import unicodedata
import zipfile
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.wards.models import User

from .first_page import bears_mark
from .models import Evidence

LARGEST_BYTES = 20 * 1024 * 1024
MOST_FILES = 10
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# suffix -> (media type, first bytes, the part an Office file must have)
KINDS: dict[str, tuple[str, tuple[bytes, ...], str]] = {
    ".pdf": ("application/pdf", (b"%PDF-",), ""),
    ".jpg": ("image/jpeg", (b"\xff\xd8\xff",), ""),
    ".jpeg": ("image/jpeg", (b"\xff\xd8\xff",), ""),
    ".png": ("image/png", (b"\x89PNG\r\n\x1a\n",), ""),
    ".docx": (WORD, (b"PK\x03\x04",), "word/document.xml"),
    ".xlsx": (EXCEL, (b"PK\x03\x04",), "xl/workbook.xml"),
}
ACCEPT = ",".join(KINDS)


def check_file(file: Any) -> str:
    """Return the media type of an uploaded file; raise ValidationError with one sentence for one that is not taken."""
    suffix = PurePath(file.name).suffix.lower()
    if suffix not in KINDS:
        raise ValidationError(_("Tệp minh chứng nhận PDF, ảnh JPG, PNG, Word (.docx) và Excel (.xlsx)."))
    if file.size > LARGEST_BYTES:
        raise ValidationError(_("Tệp “%(name)s” lớn hơn 20 MB.") % {"name": file.name})
    media_type, beginnings, part = KINDS[suffix]
    file.seek(0)
    if not file.read(16).startswith(beginnings) or (part and not _is_office_file(file, part)):
        raise ValidationError(_("Nội dung tệp “%(name)s” không đúng với đuôi tệp.") % {"name": file.name})
    file.seek(0)
    return media_type


def _is_office_file(file: Any, part: str) -> bool:
    """Say whether a file is the Office file it is named, without macros."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return False
    return part in names and not any(name.endswith("vbaProject.bin") for name in names)


def keep_file(file: Any, user: User, *, ward_id: int, unit_id: int | None, guarded: bool, **links: Any) -> Evidence:
    """Store an uploaded file as evidence with its SHA-256, within the caller's transaction."""
    media_type = check_file(file)
    refuse_secret(file)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    evidence = Evidence(
        ward_id=ward_id,
        unit_id=unit_id,
        guarded=guarded,
        filename=safe_name(file.name),
        size=file.size,
        media_type=media_type,
        sha256=digest.hexdigest(),
        uploaded_by=user,
        uploaded_at=timezone.now(),
        **links,
    )
    evidence.file.save(evidence.filename, file, save=False)
    evidence.save()
    return evidence


def refuse_secret(file: Any) -> None:
    """Raise ValidationError for a file whose first page bears a secrecy mark, or that cannot be opened to look."""
    suffix = PurePath(file.name).suffix.lower()
    file.seek(0)
    marked = bears_mark(file.read(), suffix)
    file.seek(0)
    if marked is None:
        raise ValidationError(_("Tệp “%(name)s” không mở được.") % {"name": file.name})
    if marked:
        raise ValidationError(_("Tệp mang dấu chỉ độ mật nên không được đưa vào đây; tệp không được giữ lại."))


def safe_name(name: str) -> str:
    """Return a file's own name in NFC, without path, control characters or quotes, at most 200 characters."""
    plain = unicodedata.normalize("NFC", PurePath(name.replace("\\", "/")).name)
    plain = "".join(char for char in plain if char.isprintable() and char not in '"<>|:*?/\\').strip() or "minh-chung"
    path = PurePath(plain)
    return path.stem[: 190 - len(path.suffix)] + path.suffix
