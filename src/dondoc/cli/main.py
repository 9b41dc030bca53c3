"""The command `dondoc`: extract, check and schema need neither server nor database; import and report do."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .words import say

OK, FAULTS, UNREADABLE = 0, 1, 2


def parser() -> argparse.ArgumentParser:
    """Return the parser with its help in the terminal's language."""
    top = argparse.ArgumentParser(
        prog="dondoc",
        description=say(
            "Đọc chương trình hành động và đưa vào theo dõi.", "Reads action programmes and puts them into effect."
        ),
        epilog=say("Đặt DONDOC_LANG=en để xem bằng tiếng Anh.", "Set DONDOC_LANG=vi for Vietnamese."),
    )
    verbs = top.add_subparsers(dest="verb", required=True, metavar=say("LỆNH", "COMMAND"))
    _extract(verbs)
    check = verbs.add_parser(
        "check",
        help=say("nêu các điểm cần rà soát của một văn bản", "list the findings of a paper"),
        description=say(
            "In các điểm cần rà soát. Mã thoát: 0 không có lỗi, 1 có lỗi, 2 không đọc được.",
            "Prints the findings. Exit status: 0 no errors, 1 errors, 2 unreadable.",
        ),
    )
    check.add_argument("file", type=Path)
    verbs.add_parser("schema", help=say("in JSON Schema của định dạng", "print the JSON Schema of the format"))
    _import(verbs)
    _report(verbs)
    return top


def _extract(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    extract = verbs.add_parser(
        "extract",
        help=say("đọc văn bản thành chương trình", "read papers into programmes"),
        description=say(
            "Đọc một hay nhiều tệp hoặc thư mục. Với --out, mỗi văn bản ra một tệp; chạy lại thì làm tiếp chỗ dở.",
            "Reads files or folders. With --out each paper yields one file; called again it goes on where it stopped.",
        ),
    )
    extract.add_argument("files", nargs="+", type=Path, metavar="FILE")
    extract.add_argument(
        "--format", choices=("json", "table", "html"), default="json", help=say("dạng kết quả", "form of the result")
    )
    extract.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help=say("số tiến trình (mặc định: mọi lõi)", "processes (default: all cores)"),
    )
    extract.add_argument("--out", type=Path, metavar="DIR", help=say("thư mục ghi kết quả", "folder for the results"))


def _import(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    importing = verbs.add_parser(
        "import",
        help=say("đưa JSON hoặc văn bản vào rà soát", "bring JSON or a paper into review"),
        description=say(
            "Đưa tệp JSON của định dạng, hoặc một văn bản, vào rà soát của một xã, phường.",
            "Brings JSON of the format, or a paper, into the review of a ward.",
        ),
    )
    importing.add_argument("file", type=Path)
    importing.add_argument(
        "--ward", required=True, help=say("mã hoặc tên ngắn của xã, phường", "code or slug of the ward")
    )
    importing.add_argument(
        "--user", required=True, help=say("tên đăng nhập của người nhập", "user name of who imports")
    )


def _report(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = verbs.add_parser(
        "report",
        help=say("viết báo cáo kết quả của một kỳ (.docx)", "write the result report of a period (.docx)"),
        description=say("Kỳ: 2026-Q3, 2026-H1, 2026-9M, 2026.", "Periods: 2026-Q3, 2026-H1, 2026-9M, 2026."),
    )
    report.add_argument("programme", type=int, help=say("số thứ tự của chương trình", "id of the programme"))
    report.add_argument("period")
    report.add_argument("--user", required=True, help=say("tên đăng nhập của người lập", "user name of who writes it"))
    report.add_argument(
        "--out", type=Path, default=Path(), metavar="DIR", help=say("thư mục ghi tệp", "folder for the file")
    )


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    given = parser().parse_args(arguments)
    if given.verb == "schema":
        from .checking import print_schema

        return print_schema()
    if given.verb == "check":
        from .checking import check

        return check(given.file)
    if given.verb == "extract":
        from .extracting import extract

        return extract(given.files, form=given.format, jobs=given.jobs, out=given.out)
    from .serving import bring_in, write_report

    return bring_in(given) if given.verb == "import" else write_report(given)


if __name__ == "__main__":
    sys.exit(main())
