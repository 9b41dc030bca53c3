"""The command line, as a person calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dondoc.programme.json import decode

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
SEEDS = [SAMPLE / "seeds" / "bach-dang.txt", SAMPLE / "seeds" / "do-son.md"]


def dondoc(*arguments, language="vi", cwd=None):
    environment = {**os.environ, "DONDOC_LANG": language}
    command = [sys.executable, "-m", "dondoc.cli.main", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, cwd=cwd, check=False)


def test_extract_prints_a_programme_of_the_format():
    done = dondoc("extract", SEEDS[1])
    assert done.returncode == 0
    assert decode(done.stdout).document.number == "03-CTr/ĐU"


@pytest.mark.parametrize(("form", "word"), [("table", "CHỈ TIÊU"), ("html", "<!doctype html>")])
def test_other_forms(form, word):
    assert word in dondoc("extract", SEEDS[1], "--format", form).stdout


def test_a_folder_goes_into_a_folder_and_a_second_call_reads_nothing(tmp_path):
    bad = tmp_path / "papers" / "hong.docx"
    bad.parent.mkdir()
    bad.write_bytes(b"PK\x03\x04 broken")
    out = tmp_path / "out"
    first = dondoc("extract", SEEDS[1], bad.parent, "--out", out, "--jobs", 2)
    assert first.returncode == 2
    assert "1 không đọc được" in first.stderr
    assert decode((out / "do-son.md.json").read_bytes()).tasks
    assert not (out / "hong.docx.json").exists()
    again = dondoc("extract", SEEDS[1], "--out", out)
    assert again.returncode == 0
    assert "bỏ qua 1 đã đọc" in again.stderr


def test_a_paper_that_kills_its_worker_does_not_stop_the_others(tmp_path, monkeypatch):
    from dondoc.cli.workers import Worker

    with Worker("json") as worker:
        process = worker._start()
        process.kill()
        process.wait()
        assert "dừng giữa chừng" in worker.read(SEEDS[1], tmp_path / "a.json")
        assert worker.read(SEEDS[1], tmp_path / "b.json") == ""
    assert decode((tmp_path / "b.json").read_bytes()).tasks


def test_check_tells_by_its_status(tmp_path):
    found = dondoc("check", SEEDS[0])
    assert found.returncode == 1
    assert "LỖI" in found.stdout or "SAI" in found.stdout
    missing = dondoc("check", tmp_path / "nowhere.docx")
    assert missing.returncode == 2
    assert "Traceback" not in missing.stderr


def test_schema_is_json_schema():
    assert json.loads(dondoc("schema").stdout)["$defs"]["Programme"]["additionalProperties"] is False


@pytest.mark.parametrize("verb", ["extract", "check", "schema", "import", "report"])
def test_help_speaks_both_languages(verb):
    vietnamese, english = dondoc(verb, "--help"), dondoc(verb, "--help", language="en")
    assert vietnamese.returncode == english.returncode == 0
    assert vietnamese.stdout != english.stdout or verb == "schema"


def test_extract_check_and_schema_import_no_django():
    code = "import sys; from dondoc.cli.main import main; main(['check', sys.argv[1]]); print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEEDS[1])], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip().endswith("False")


@pytest.mark.django_db
def test_json_goes_into_review(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    from django.core.files.base import ContentFile

    from dondoc.intake import actions

    data = dondoc("extract", SEEDS[1]).stdout.encode()
    with cast.home.scope():
        upload = actions.bring_in(cast.home.office, cast.home.ward, ContentFile(data, name="do-son.json"))
        assert upload.state == "review"
        assert upload.review.items.filter(kind="task").count() == 42
        with pytest.raises(actions.RefusedError):
            actions.bring_in(cast.home.office, cast.home.ward, ContentFile(b'{"x":1}', name="x.json"))
