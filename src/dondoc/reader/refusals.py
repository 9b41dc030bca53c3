"""The reasons why a file is not read, each one sentence in Vietnamese and one in English."""

from __future__ import annotations

from dondoc.reader.document import SecretError, UnreadableError


class EmptyFileError(UnreadableError):
    """The file holds nothing, or nothing that is text."""

    def __init__(self) -> None:
        super().__init__("empty", "Tệp không có nội dung chữ nào.", "The file holds no text.")


class DamagedFileError(UnreadableError):
    """The file is cut short or broken."""

    def __init__(self, kind: str = "", kind_en: str = "") -> None:
        super().__init__(
            "damaged",
            f"Tệp {kind + ' ' if kind else ''}bị hỏng hoặc chưa tải lên đủ; hãy mở lại tệp gốc, lưu và tải lên lần nữa.",
            f"The {kind_en or kind or 'file'} is damaged or cut short; open and save the original, then upload it again.",
        )


class EncryptedFileError(UnreadableError):
    """The file opens only with a password."""

    def __init__(self) -> None:
        super().__init__(
            "encrypted",
            "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại.",
            "The file is protected by a password; remove it and upload the file again.",
        )


class TooLargeError(UnreadableError):
    """The file, its pages or its text exceed the limits."""

    def __init__(self, what: str, what_en: str) -> None:
        super().__init__("too_large", f"Tệp vượt giới hạn cho phép: {what}.", f"The file exceeds the limit: {what_en}.")


class UnsafeFileError(UnreadableError):
    """The file is built as an attack: a zip bomb, an entity declaration, a path out of the package."""

    def __init__(self, what: str, what_en: str) -> None:
        super().__init__(
            "unsafe",
            f"Tệp có cấu tạo không an toàn ({what}) nên không được mở.",
            f"The file is built in an unsafe way ({what_en}) and was not opened.",
        )


class UnknownFormatError(UnreadableError):
    """The content is of no format that is read here."""

    def __init__(self) -> None:
        super().__init__(
            "unknown_format",
            "Không nhận ra định dạng của tệp; hãy dùng tệp Word, PDF, ảnh quét, HTML, Markdown hoặc văn bản thuần.",
            "The format of the file is not recognised; use Word, PDF, a scanned image, HTML, Markdown or plain text.",
        )


class SpreadsheetError(UnreadableError):
    """The file is a workbook."""

    def __init__(self) -> None:
        super().__init__(
            "spreadsheet",
            "Tệp là bảng tính (số liệu, kết quả), không phải văn bản chương trình; hãy tải lên tệp văn bản.",
            "The file is a spreadsheet of figures, not the text of a programme; upload the paper itself.",
        )


class OnlyPicturesError(UnreadableError):
    """A Word file holds pictures and no text: a scan that was pasted in."""

    def __init__(self) -> None:
        super().__init__(
            "only_pictures",
            "Tệp Word chỉ chứa ảnh chụp, không có chữ; hãy tải lên bản PDF hoặc ảnh quét gốc để nhận dạng chữ.",
            "The Word file holds only pictures and no text; upload the scan itself as PDF or images.",
        )


class NotVietnameseError(UnreadableError):
    """The text is in another language, or its letters were lost."""

    def __init__(self) -> None:
        super().__init__(
            "not_vietnamese",
            "Nội dung tệp không phải tiếng Việt có dấu nên không đọc được thành chương trình.",
            "The text of the file is not Vietnamese with its accents, so no programme can be read from it.",
        )


class ConverterMissingError(UnreadableError):
    """The file needs LibreOffice, which is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "converter_missing",
            "Máy chủ chưa cài LibreOffice nên chưa đọc được tệp .doc, .rtf, .odt; hãy lưu lại thành .docx rồi tải lên.",
            "LibreOffice is not installed on the server, so .doc, .rtf and .odt cannot be read; save the file as .docx.",
        )


class ConversionFailedError(UnreadableError):
    """LibreOffice could not convert the file in time."""

    def __init__(self) -> None:
        super().__init__(
            "conversion_failed",
            "Không chuyển được tệp sang .docx; hãy mở tệp bằng Word, lưu lại thành .docx rồi tải lên.",
            "The file could not be converted to .docx; open it in Word, save it as .docx and upload it again.",
        )


class MarkedSecretError(SecretError):
    """The paper bears a secrecy mark."""

    def __init__(self) -> None:
        super().__init__(
            "secret",
            "Văn bản có đóng dấu độ mật nên không được đưa vào hệ thống; tệp không được lưu lại.",
            "The paper bears a secrecy mark and must not enter the system; the file is not kept.",
        )


class SuspectedSecretError(SecretError):
    """A scan seems to bear a secrecy mark without its accents: a person must look first."""

    def __init__(self) -> None:
        super().__init__(
            "secret_suspected",
            "Bản quét có dòng chữ giống dấu độ mật; cần người kiểm tra trước khi lưu bất cứ nội dung nào.",
            "The scan has a line that looks like a secrecy mark; a person must check it before anything is kept.",
        )
