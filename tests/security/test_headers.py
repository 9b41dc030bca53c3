import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PAGES = ["/dang-nhap/", "/khong-co-trang-nay/", "/song/"]


def test_the_policy_allows_nothing_inline_and_nothing_from_outside(client):
    for address in PAGES:
        policy = client.get(address).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "style-src 'self'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


def test_pages_are_not_framed_not_guessed_and_not_shared(client):
    headers = client.get("/dang-nhap/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "private" in headers["Cache-Control"] or "no-store" in headers["Cache-Control"]


def test_cookies_cannot_be_read_by_scripts_nor_sent_from_elsewhere(cast, client):
    client.post("/dang-nhap/", {"login": cast.home.office.username, "password": "mot-mat-khau-chi-de-thu"})
    for name in ("dondoc", "csrftoken"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"


def test_with_https_cookies_and_transport_are_locked(monkeypatch):
    import subprocess
    import sys

    code = (
        "from dondoc import settings as s; "
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0)"
    )
    monkeypatch.setenv("DONDOC_HTTPS", "1")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 4


def test_a_post_without_the_pages_token_is_refused_in_plain_words(cast):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/dang-nhap/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Trang đã để quá lâu" in answer.content.decode()


def test_what_went_wrong_is_told_without_a_trace(cast, as_person, settings, monkeypatch):
    settings.DEBUG = False
    client = as_person(cast.home.office)
    client.raise_request_exception = False
    monkeypatch.setattr("dondoc.wards.actions.choose_look", lambda *a, **k: 1 / 0)
    answer = client.post("/ca-nhan/", {"theme": "", "language": "vi"})
    assert answer.status_code == 500
    html = answer.content.decode()
    assert "Phần mềm gặp lỗi" in html
    assert "ZeroDivision" not in html
    assert as_person(cast.home.office).get("/cai-dat/").content.decode().count("ngoài phạm vi của tài khoản") >= 1
    assert "Không có trang này" in client.get("/khong-co/").content.decode()


def test_the_server_refuses_to_start_without_a_secret_key(tmp_path, monkeypatch):
    import subprocess
    import sys

    monkeypatch.setenv("DONDOC_HOME", str(tmp_path))
    monkeypatch.delenv("DONDOC_SECRET_KEY", raising=False)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "dondoc.settings")
    done = subprocess.run([sys.executable, "-c", "import dondoc.web.wsgi"], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "There is no secret key" in done.stderr


def test_nothing_leaves_the_machine_in_tests():
    import socket

    with pytest.raises(OSError, match="tests reach no network"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
