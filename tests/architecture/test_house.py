"""What keeps the house in order: size of modules and functions, the page of the house, migrations, settings, tests."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/dondoc"
MODULES = [p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts]
PURE = ("language", "reader", "programme", "extraction", "findings", "measure", "sheets")


def name(path):
    return str(path.relative_to(ROOT))


def test_no_module_is_longer_than_400_lines():
    long = {name(p): n for p in MODULES if (n := len(p.read_text().splitlines())) > 400}
    assert not long


def test_no_function_is_longer_than_40_lines():
    long = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > 40:
                    long[f"{name(path)}:{node.name}"] = lines
    assert not long


def test_no_module_is_a_drawer_for_everything():
    assert not [name(p) for p in MODULES if p.stem in {"utils", "helpers", "common", "misc", "util"}]


def test_every_module_says_what_it_is_for():
    silent = [
        name(p)
        for p in MODULES
        if p.read_text().strip()
        and p.name not in {"apps.py", "urls.py"}
        and not ast.get_docstring(ast.parse(p.read_text()))
    ]
    assert not silent


def test_every_folder_is_on_the_page_of_the_house():
    page = (ROOT / "docs/house.md").read_text()
    folders = {p.name for p in SOURCE.iterdir() if p.is_dir() and not p.name.startswith("__")}
    assert not {folder for folder in folders if f"`{folder}/`" not in page}


def test_every_setting_from_the_environment_is_explained():
    page = (ROOT / "docs/settings.md").read_text()
    used = {v for p in MODULES for v in re.findall(r'"((?:DONDOC|DATABASE)_[A-Z_]+)"', p.read_text())}
    used |= {v for p in (ROOT / "bin").iterdir() for v in re.findall(r"DONDOC_[A-Z_]+", p.read_text())}
    assert "DATABASE_URL" in used
    assert not {variable for variable in used if f"`{variable}`" not in page}


def test_only_actions_write_to_the_audit_log():
    strangers = []
    for path in MODULES:
        if path.parts[-2] == "audit" or path.stem == "actions" or path.parent.name == "actions":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            names = [a.name for a in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            module = getattr(node, "module", "") or ""
            if module == "dondoc.audit.actions" and "record" in names:
                strangers.append(name(path))
    assert not strangers


def test_the_folders_import_only_from_those_before_them():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_pure_packages_start_without_django():
    code = (
        "import sys, importlib\n"
        f"for name in {PURE!r}: importlib.import_module('dondoc.' + name)\n"
        "print([m for m in sys.modules if m.split('.')[0] == 'django'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.django_db
def test_no_migration_is_missing():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_locks_name_no_host_and_hash_every_file():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text()
        assert "://" not in text
        packages = [block for block in re.split(r"\n(?=[a-z])", text) if "==" in block]
        assert len(packages) > 30
        assert all("--hash=sha256:" in block for block in packages)


def test_the_documents_name_neither_this_machine_nor_a_package_host():
    written = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "Makefile", *(ROOT / "bin").iterdir()]
    faults = [name(p) for p in written if re.search(r"/work/|pypi\.org|npmjs|debian\.org", p.read_text())]
    assert not faults


@pytest.mark.django_db
def test_every_verb_of_the_log_reads_as_a_sentence():
    from dondoc.audit.sentences import verbs

    told = set(verbs())
    written = {
        verb
        for path in MODULES
        if path.stem == "actions" or "actions" in path.parts
        for verb in re.findall(r"""(?:verb=|_write\([^"]*)"([a-z]+\.[a-z-]+)""", path.read_text())
    }
    assert len(written) > 20
    assert not written - told
