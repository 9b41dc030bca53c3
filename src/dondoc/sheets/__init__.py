"""A table as it stands on the screen, as an .xlsx that opens ready to print."""

from .workbook import MEDIA_TYPE, write

__all__ = ["MEDIA_TYPE", "write"]
