"""Reading the numbers that people type."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dondoc.language.numbers import is_unusual, parse_number

MOST_DIGITS = 15


def read_figure(text: str) -> Decimal:
    """Read a figure as Vietnam writes it (1.234,5; −3,2; 95%); raise ValidationError with one sentence."""
    plain = text.strip().removesuffix("%").strip()
    negative = plain[:1] in "-−–" and plain != ""
    digits = plain[1:].strip() if negative else plain
    value = parse_number(digits)
    if value is None or is_unusual(digits):
        raise ValidationError(
            _("“%(text)s” chưa đọc được: ghi số kiểu 1.234,5 (dấu chấm hàng nghìn, dấu phẩy thập phân).")
            % {"text": text.strip()[:40]}
        )
    if len(value.as_tuple().digits) > MOST_DIGITS or -value.normalize().as_tuple().exponent > 6:  # type: ignore[operator]
        raise ValidationError(_("Số có nhiều nhất 15 chữ số, trong đó 6 chữ số thập phân."))
    return -value if negative else value
