"""`dondoc import` and `dondoc report`: the two commands that need the database."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .words import say


def _start() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.settings")
    import django

    django.setup()


def _complain(message: str) -> int:
    print(f"dondoc: {message}", file=sys.stderr)
    return 2


def bring_in(given: argparse.Namespace) -> int:
    """Bring JSON of the format, or a paper, into the review of a ward; return 0, or 2 with one sentence."""
    _start()
    from django.core.exceptions import PermissionDenied
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django_scopes import scope

    from dondoc.intake import actions
    from dondoc.wards.models import User, Ward

    ward = Ward.objects.filter(slug=given.ward).first() or Ward.objects.filter(code=given.ward).first()
    user = User.objects.filter(username=given.user, is_active=True).first()
    if ward is None:
        return _complain(say(f"không có xã, phường “{given.ward}”.", f"there is no ward “{given.ward}”."))
    if user is None:
        return _complain(say(f"không có người dùng “{given.user}”.", f"there is no user “{given.user}”."))
    try:
        data = given.file.read_bytes()
        with scope(ward=ward):
            upload = actions.bring_in(user, ward, SimpleUploadedFile(given.file.name, data))
    except OSError as error:
        return _complain(f"{given.file}: {error.strerror}")
    except PermissionDenied:
        return _complain(
            say("người này không được nhập văn bản của đơn vị đó.", "this person may not import for that ward.")
        )
    except actions.RefusedError as refusal:
        return _complain(str(refusal))
    if upload.state != "review" and upload.message:
        return _complain(upload.message)
    print(say(f"Đã đưa vào rà soát: /nhap/{upload.pk}/", f"In review: /nhap/{upload.pk}/"))
    return 0


def write_report(given: argparse.Namespace) -> int:
    """Write the result report of a period into a folder; return 0, or 2 with one sentence."""
    _start()
    from django.core.exceptions import PermissionDenied, ValidationError
    from django_scopes import scopes_disabled

    from dondoc.papers import actions, periods
    from dondoc.programmes.models import Programme
    from dondoc.wards.models import User

    period = periods.parse(given.period)
    with scopes_disabled():  # the command names its programme; the permission decides
        programme = Programme.objects.select_related("ward").filter(pk=given.programme).first()
        user = User.objects.filter(username=given.user, is_active=True).first()
        if period is None:
            return _complain(say(f"không hiểu kỳ “{given.period}”.", f"“{given.period}” is no period."))
        if programme is None or user is None:
            return _complain(say("không có chương trình hoặc người dùng này.", "there is no such programme or user."))
        try:
            paper = actions.write_report(user, programme, period, given.period)
        except PermissionDenied:
            return _complain(say("người này không được lập báo cáo.", "this person may not write reports."))
        except ValidationError as error:
            return _complain(" ".join(error.messages))
    target = Path(given.out) / paper.filename
    target.write_bytes(Path(paper.file.path).read_bytes())
    print(target)
    return 0
