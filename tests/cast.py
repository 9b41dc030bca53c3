"""The people whom the tests know by name: a region, two wards with one person of each role, and a neighbour.

Phường An Hòa is where the tests happen. Xã Vĩnh Lộc is next door: its people are the neighbours who must never
get in. The city and the administrator of the region stand above both; `outsider` administers another region.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django_scopes import scope

from dondoc.wards.models import Region, Unit, User, Ward

PASSWORD = "mot-mat-khau-chi-de-thu"

# code -> (name, short name, other names, defence or police, collective)
UNITS: dict[str, tuple[str, str, list[str], bool, bool]] = {
    "van-phong-dang-uy": ("Văn phòng Đảng ủy", "VP Đảng ủy", ["Văn phòng Đảng ủy phường"], False, False),
    "phong-kinh-te": ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KT-HT-ĐT", ["Phòng Kinh tế"], False, False),
    "phong-van-hoa": ("Phòng Văn hóa - Xã hội", "Phòng VH-XH", ["Phòng Văn hóa Xã hội"], False, False),
    "mat-tran": ("Ủy ban Mặt trận Tổ quốc Việt Nam", "UBMTTQ", ["Mặt trận Tổ quốc"], False, False),
    "cong-an": ("Công an", "Công an", ["Công an phường", "Công an xã"], True, False),
    "don-vi-lien-quan": ("Các cơ quan, đơn vị liên quan", "Đơn vị liên quan", [], False, True),
}


@dataclass
class WardCast:
    """A ward with its units by code, and its people by what they do."""

    ward: Ward
    units: dict[str, Unit]
    office: User
    leader: User
    unit: User  # reports for Phòng Kinh tế
    other_unit: User  # reports for Phòng Văn hóa
    police: User  # reports for Công an, whose items are guarded
    inspector: User
    administrator: User

    def people(self) -> list[User]:
        """Return everybody who signs in for this ward."""
        return [self.office, self.leader, self.unit, self.other_unit, self.police, self.inspector, self.administrator]

    def scope(self) -> Any:
        """Open the ward's scope: `with cast.home.scope(): …`."""
        return scope(ward=self.ward)


@dataclass
class Cast:
    """Everybody."""

    region: Region
    home: WardCast
    next_door: WardCast
    city: User
    administrator: User  # of the region, above both wards
    outsider: User  # administrator of another region
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def neighbour(self) -> User:
        """Return the office of the ward next door: the most powerful reader who must be refused."""
        return self.next_door.office


def make_cast() -> Cast:
    """Build the cast in the database."""
    region = Region.objects.create(code="90", name="Thành phố Thử")
    elsewhere = Region.objects.create(code="91", name="Tỉnh Khác")
    home = make_ward(region, "90001", "an-hoa", "An Hòa", Ward.Kind.WARD)
    next_door = make_ward(region, "90002", "vinh-loc", "Vĩnh Lộc", Ward.Kind.COMMUNE)
    return Cast(
        region=region,
        home=home,
        next_door=next_door,
        city=person("thanhpho.thu", "Đỗ Thị Thành", User.Role.CITY, region=region),
        administrator=person("quantri.thu", "Cao Văn Quản", User.Role.ADMINISTRATOR, region=region),
        outsider=person("quantri.khac", "Tạ Văn Khác", User.Role.ADMINISTRATOR, region=elsewhere),
    )


def make_ward(region: Region, code: str, slug: str, name: str, kind: str) -> WardCast:
    """Build a ward with its units and people."""
    ward = Ward.objects.create(
        region=region, code=code, slug=slug, name=name, kind=kind, parent_party_name="Thành ủy Thử"
    )
    units = {
        unit_code: Unit(
            ward=ward,
            code=unit_code,
            name=full,
            short_name=short,
            aliases=aliases,
            guarded=guarded,
            collective=collective,
        )
        for unit_code, (full, short, aliases, guarded, collective) in UNITS.items()
    }
    for unit in units.values():
        unit.save()

    def of(role: str, who: str, name: str, position: str, unit_code: str = "") -> User:
        return person(f"{who}.{slug}", name, role, ward=ward, unit=units.get(unit_code), position=position)

    return WardCast(
        ward=ward,
        units=units,
        office=of(User.Role.OFFICE, "vanphong", "Nguyễn Thị Lan", "Chánh Văn phòng Đảng ủy", "van-phong-dang-uy"),
        leader=of(User.Role.LEADER, "lanhdao", "Trần Văn Hùng", "Bí thư Đảng ủy"),
        unit=of(User.Role.UNIT, "donvi", "Lê Thị Hoa", "Trưởng phòng", "phong-kinh-te"),
        other_unit=of(User.Role.UNIT, "donvi2", "Vũ Văn Nam", "Phó Trưởng phòng", "phong-van-hoa"),
        police=of(User.Role.UNIT, "congan", "Bùi Văn An", "Trưởng Công an", "cong-an"),
        inspector=of(User.Role.INSPECTOR, "giamsat", "Phạm Thị Minh", "Chủ nhiệm Ủy ban Kiểm tra"),
        administrator=of(User.Role.ADMINISTRATOR, "quantri", "Hoàng Văn Tú", "Công chức"),
    )


def person(username: str, full_name: str, role: str, **fields: Any) -> User:
    """Build a person who signs in with PASSWORD."""
    user = User(username=username, full_name=full_name, role=role, **fields)
    user.set_password(PASSWORD)
    user.save()
    return user
