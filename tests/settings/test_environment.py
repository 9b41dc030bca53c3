import pytest

from dondoc.settings import environment


def test_yes_and_no_are_understood_and_anything_else_stops_the_start(monkeypatch):
    for value, meant in (("1", True), ("true", True), ("0", False), ("False", False)):
        monkeypatch.setenv("DONDOC_HTTPS", value)
        assert environment.flag("DONDOC_HTTPS", not meant) is meant
    monkeypatch.setenv("DONDOC_HTTPS", "yes")
    with pytest.raises(ValueError, match="DONDOC_HTTPS='yes': write 1 or 0"):
        environment.flag("DONDOC_HTTPS", False)


def test_numbers_are_whole_numbers(monkeypatch):
    monkeypatch.setenv("DONDOC_IDLE_MINUTES", "20")
    assert environment.number("DONDOC_IDLE_MINUTES", 15) == 20
    monkeypatch.setenv("DONDOC_IDLE_MINUTES", "-3")
    with pytest.raises(ValueError, match="write a whole number"):
        environment.number("DONDOC_IDLE_MINUTES", 15)
    monkeypatch.delenv("DONDOC_IDLE_MINUTES")
    assert environment.number("DONDOC_IDLE_MINUTES", 15) == 15


def test_lists_lose_spaces_and_empty_parts(monkeypatch):
    monkeypatch.setenv("DONDOC_HOSTS", " a.vn, ,b.vn ")
    assert environment.words("DONDOC_HOSTS", "") == ["a.vn", "b.vn"]


def test_the_secret_key_comes_from_the_environment_then_from_the_file_then_serves_nobody(monkeypatch, tmp_path):
    monkeypatch.delenv("DONDOC_SECRET_KEY", raising=False)
    assert environment.secret_key(tmp_path) == environment.SERVES_NOBODY
    (tmp_path / "secret-key").write_text("kept\n")
    assert environment.secret_key(tmp_path) == "kept"
    monkeypatch.setenv("DONDOC_SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"


def test_the_database_is_sqlite_in_the_home_unless_an_address_is_given(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    sqlite = environment.database(tmp_path)
    assert sqlite["NAME"] == tmp_path / "dondoc.sqlite3"
    assert sqlite["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    monkeypatch.setenv("DATABASE_URL", "postgres://u%40x:p%2Fw@db.example:6543/dondoc")
    found = environment.database(tmp_path)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "u@x", "p/w", "db.example", "6543", "dondoc",
    )  # fmt: skip
    monkeypatch.setenv("DATABASE_URL", "mysql://x/y")
    with pytest.raises(ValueError, match="only postgres"):
        environment.database(tmp_path)
