import pytest
from django.core.management import call_command
from django_scopes import scope

from dondoc.wards.demo import load
from dondoc.wards.models import Unit, User, Ward

pytestmark = pytest.mark.django_db


def test_two_wards_their_units_and_ten_accounts_are_loaded_and_again(tmp_path, settings):
    accounts, password = load(tmp_path, settings.SAMPLE)
    again, same = load(tmp_path, settings.SAMPLE)
    assert len(password) >= 14
    assert (again, same) == (accounts, password)
    names = {account.username for account in accounts}
    assert names == {
        *(f"{who}.{ward}" for who in ("vanphong", "lanhdao", "donvi", "giamsat") for ward in ("bachdang", "doson")),
        "thanhpho", "quantri",
    }  # fmt: skip
    assert User.objects.count() == 10
    assert {w.name for w in Ward.objects.filter(demo=True)} == {"Bạch Đằng", "Đồ Sơn"}
    for ward in Ward.objects.all():
        with scope(ward=ward):
            police = Unit.objects.get(code="cong-an")
            assert police.guarded
            assert Unit.objects.get(code="don-vi-lien-quan").collective
            assert not Unit.objects.filter(kind__startswith="external").exists()
    assert User.objects.get(username="donvi.doson").unit is not None


def test_the_password_is_kept_for_the_server_alone_and_printed(tmp_path, settings, capsys):
    settings.HOME = tmp_path
    call_command("demo_data")
    kept = tmp_path / "demo-password"
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.read_text().strip() in capsys.readouterr().out
