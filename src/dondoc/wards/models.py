"""Tenants and people: the region (city), its wards, their units, and the users with their one role."""

from __future__ import annotations

from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
THEMES = [("", _("theo máy")), ("light", _("sáng")), ("dark", _("tối"))]


class Region(models.Model):
    """A province or centrally run city that compares its wards."""

    code = models.CharField(max_length=10, unique=True)
    name = models.CharField(_("tên"), max_length=120)

    def __str__(self) -> str:
        return self.name


class Ward(models.Model):
    """A ward, commune or special zone (phường, xã, đặc khu): the tenant that every row belongs to."""

    class Kind(models.TextChoices):
        WARD = "phuong", _("phường")
        COMMUNE = "xa", _("xã")
        ZONE = "dac-khu", _("đặc khu")

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="wards")
    code = models.CharField(_("mã"), max_length=10, unique=True)
    slug = models.SlugField(unique=True)
    kind = models.CharField(_("loại"), max_length=10, choices=Kind.choices, default=Kind.WARD)
    name = models.CharField(_("tên"), max_length=120)
    parent_party_name = models.CharField(_("đảng bộ cấp trên"), max_length=200, blank=True)
    signature_form = models.CharField(_("thể thức ký thay mặt"), max_length=60, default="T/M BAN THƯỜNG VỤ")
    demo = models.BooleanField(_("số liệu minh họa"), default=False)
    # Rules of time and measure a ward may set (design: all four figures of time and the 0,9 are settings).
    soon_days = models.PositiveSmallIntegerField(_("sắp đến hạn, trước số ngày"), default=30)
    soon_days_monthly = models.PositiveSmallIntegerField(_("sắp đến hạn với việc hằng tháng, số ngày"), default=7)
    figures_due_day = models.PositiveSmallIntegerField(_("ngày phải có số liệu sau kỳ"), default=10)
    cutoff_day = models.PositiveSmallIntegerField(_("ngày chốt (0: ngày cuối kỳ)"), default=0)
    risk_ratio = models.DecimalField(_("ngưỡng nguy cơ"), max_digits=4, decimal_places=3, default=Decimal("0.9"))

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"


class Unit(models.Model):
    """A unit of the ward (đơn vị): what tasks and figures are given to."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="units")
    code = models.SlugField(_("mã"), max_length=60)
    name = models.CharField(_("tên"), max_length=200)
    short_name = models.CharField(_("tên ngắn"), max_length=60, blank=True)
    kind = models.CharField(_("loại"), max_length=40, blank=True)
    aliases = models.JSONField(_("tên gọi khác"), default=list, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children")
    collective = models.BooleanField(_("tên chung, không phải một đơn vị"), default=False)
    guarded = models.BooleanField(_("quốc phòng, an ninh"), default=False)
    active = models.BooleanField(_("đang hoạt động"), default=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["ward", "code"], name="unit_code_in_ward")]

    def __str__(self) -> str:
        return self.short_name or self.name


class User(AbstractUser):
    """A person who signs in; one role, in one ward (or one region, or over all as administrator)."""

    class Role(models.TextChoices):
        OFFICE = "office", _("văn phòng")
        LEADER = "leader", _("lãnh đạo")
        UNIT = "unit", _("đơn vị")
        INSPECTOR = "inspector", _("giám sát")
        CITY = "city", _("thành phố")
        ADMINISTRATOR = "administrator", _("quản trị")

    full_name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    position = models.CharField(_("chức vụ"), max_length=120, blank=True)
    role = models.CharField(_("vai trò"), max_length=20, choices=Role.choices, default=Role.UNIT)
    ward = models.ForeignKey(Ward, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    region = models.ForeignKey(Region, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    large_type = models.BooleanField(_("chữ lớn"), default=False)
    language = models.CharField(_("ngôn ngữ"), max_length=5, choices=LANGUAGES, default="vi")
    theme = models.CharField(_("nền"), max_length=5, choices=THEMES, default="", blank=True)

    def __str__(self) -> str:
        return self.full_name or self.username
