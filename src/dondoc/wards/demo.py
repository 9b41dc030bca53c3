"""The two wards, units and accounts of the demonstration; may be loaded again and again."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from django.db import transaction
from django_scopes import scope

from .actions import generate_password
from .models import Region, Unit, User, Ward

REGION = ("31", "Thành phố Hải Phòng")
# slug -> (code, name); the slug also names the file of the ward's own units.
WARDS = {"bach-dang": ("11473", "Bạch Đằng"), "do-son": ("11455", "Đồ Sơn")}
# who -> (role, unit of the general catalogue, office, name in each ward); all of it invented
PEOPLE = {
    "vanphong": (User.Role.OFFICE, "van-phong-dang-uy", "Chánh Văn phòng Đảng ủy", ("Nguyễn Thu Hà", "Lương Thị Yến")),
    "lanhdao": (User.Role.LEADER, "", "Phó Bí thư Thường trực Đảng ủy", ("Trần Quốc Bình", "Đào Văn Khải")),
    "donvi": (User.Role.UNIT, "phong-kt-ht-dt", "Trưởng phòng", ("Lê Minh Tuấn", "Ngô Thanh Tùng")),
    "giamsat": (User.Role.INSPECTOR, "ubkt-dang-uy", "Chủ nhiệm Ủy ban Kiểm tra", ("Phạm Thị Ngọc", "Bùi Đức Thiện")),
}
# Kinds of the catalogue that are no unit of a ward: posts, and whoever stands outside or above it.
NOT_UNITS = {"position", "proposed", "administrative_unit", "party_organisation", "party_congress"}
DEFENCE_AND_POLICE = {"police", "military", "force"}
SHORTER = {
    "Hội đồng nhân dân và Ủy ban nhân dân": "HĐND và UBND",
    "Ủy ban Mặt trận Tổ quốc Việt Nam": "UBMTTQ",
    "Hội đồng nhân dân": "HĐND",
    "Ủy ban nhân dân": "UBND",
    "Ủy ban Kiểm tra": "UBKT",
    "Ban Chỉ huy Quân sự": "Ban CHQS",
    "Ban Thường vụ": "BTV",
    "Ban Chấp hành": "BCH",
    "Văn phòng": "VP",
    "Trung tâm Phục vụ hành chính công": "TT PVHCC",
    "Hội Liên hiệp Phụ nữ": "Hội LHPN",
    "Hội Cựu chiến binh": "Hội CCB",
    "Kinh tế, Hạ tầng và Đô thị": "KT-HT-ĐT",
    "Văn hóa - Xã hội": "VH-XH",
}


class Account(NamedTuple):
    """An account of the demonstration."""

    username: str
    person: str
    what: str


@transaction.atomic
def load(home: Path, sample: Path) -> tuple[list[Account], str]:
    """Load region, wards, units and people; return the accounts and their one password, kept in `home`."""
    region, _ = Region.objects.get_or_create(code=REGION[0], defaults={"name": REGION[1]})
    password = keep_password(home)
    people = []
    for index, (slug, (code, name)) in enumerate(WARDS.items()):
        ward, _ = Ward.objects.update_or_create(
            code=code,
            defaults={
                "region": region,
                "slug": slug,
                "name": name,
                "demo": True,
                "parent_party_name": "Đảng bộ thành phố Hải Phòng",
            },
        )
        units = load_units(ward, sample / f"units-{slug}.json")
        for who, (role, unit, position, names) in PEOPLE.items():
            username = f"{who}.{slug.replace('-', '')}"
            fields = {"ward": ward, "unit": units.get(unit), "role": role, "position": position}
            people.append(_person(username, password, fields | {"full_name": names[index]}))
    people.append(
        _person("thanhpho", password, {"region": region, "role": User.Role.CITY, "full_name": "Đặng Thị Mai"})
    )
    administrator = {"region": region, "role": User.Role.ADMINISTRATOR, "full_name": "Hoàng Văn Long"}
    people.append(_person("quantri", password, administrator))
    return [Account(p.username, str(p), f"{p.get_role_display()}, {p.ward or region}") for p in people], password


def load_units(ward: Ward, own: Path) -> dict[str, Unit]:
    """Give `ward` the general units of every ward and its own from the file `own`; return them by code."""
    general = json.loads(resources.files("dondoc.language").joinpath("data/units.json").read_text("utf-8"))
    mine = json.loads(own.read_text("utf-8")) if own.is_file() else []
    rows = {row["id"]: row for row in [*general, *mine] if _is_unit(row)}
    if mine:
        # A school of the ward's own takes the place of "Trường Mầm non" and the like.
        rows = {code: row for code, row in rows.items() if row["kind"] != "school" or row in mine}
    with scope(ward=ward):
        found = {
            code: Unit.objects.update_or_create(ward=ward, code=code[:50], defaults=_unit(row))[0]
            for code, row in rows.items()
        }
        for code, row in rows.items():
            parent = found.get(row.get("parent") or "")
            if parent is not None and found[code].parent_id != parent.pk:
                found[code].parent = parent
                found[code].save(update_fields=["parent"])
    return found


def keep_password(home: Path) -> str:
    """Return the password of the demonstration, made once and kept where only the server's account reads it."""
    kept = home / "demo-password"
    if kept.is_file():
        return kept.read_text().strip()
    home.mkdir(parents=True, exist_ok=True)
    kept.touch(mode=0o600)
    kept.write_text(generate_password() + "\n")
    return kept.read_text().strip()


def _is_unit(row: dict[str, Any]) -> bool:
    return row["kind"] not in NOT_UNITS and not row["kind"].startswith("external")


def _unit(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": row["name_vi"],
        "short_name": _short(row["name_vi"])[:60],
        "kind": row["kind"],
        "aliases": row["aliases"],
        "collective": row["kind"] == "group",
        "guarded": row["kind"] in DEFENCE_AND_POLICE,
        "active": True,
    }


def _short(name: str) -> str:
    for long, short in SHORTER.items():
        name = name.replace(long, short)
    return name.removesuffix(" phường")


def _person(username: str, password: str, fields: dict[str, Any]) -> User:
    person, _ = User.objects.update_or_create(username=username, defaults=fields)
    if not person.check_password(password):
        person.set_password(password)
        person.save(update_fields=["password"])
    return person
