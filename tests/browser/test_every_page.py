"""Every page that a role can reach, looked at in a browser: no fault, no foreign host, nothing wider than the window,
no serious violation of WCAG, and no heavier than the look allows."""

import re

import pytest

ROLES = ["vanphong.doson", "lanhdao.bachdang", "donvi.doson", "giamsat.doson", "thanhpho", "quantri"]
# What is sent as a file, and what ends the visit.
NOT_PAGES = re.compile(r"excel|tep|tai-ve|dang-xuat|\.docx|\.xlsx|/file/|/anh|word|/trang/\d+/?$|\?")
HEAVIEST = {"ra-soat": 60, "chuong-trinh": 70, "": 60}  # KB of HTML, compressed
PAGES_A_ROLE = 14


def shape(path):
    return re.sub(r"\d+", "n", path.split("#")[0])


def reachable(visitor, start):
    """Open one page of each shape that links lead to, and yield its path when it stands there."""
    waiting, seen = [start], {shape(start)}
    while waiting and len(seen) <= 60:
        path = waiting.pop(0)
        visitor.go(path)
        yield path
        links = visitor.page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
        for link in links:
            if shape(link) not in seen and not NOT_PAGES.search(link):
                seen.add(shape(link))
                waiting.append(link)


@pytest.mark.parametrize("account", ROLES)
def test_every_page_of_a_role_on_the_office_pc(visit, account):
    visitor = visit(account)
    faults, pages = [], 0
    for path in reachable(visitor, "/"):
        pages += 1
        faults += [f"{path}: {fault}" for fault in [*visitor.faults, *visitor.violations()]]
        visitor.faults.clear()
        if visitor.overflows():
            faults.append(f"{path}: wider than 1366 px")
        limit = next(kb for word, kb in HEAVIEST.items() if word in path)
        if visitor.html_kb() > limit:
            faults.append(f"{path}: {visitor.html_kb():.0f} KB of HTML, at most {limit}")
        if pages >= PAGES_A_ROLE:
            break
    assert not faults, "\n".join(faults)
    assert pages >= 4


@pytest.mark.parametrize("account", ["donvi.doson", "vanphong.doson", "thanhpho"])
def test_every_page_of_a_role_on_a_phone_in_the_dark(visit, account):
    visitor = visit(account, width=360, dark=True)
    faults, pages = [], 0
    for path in reachable(visitor, "/"):
        pages += 1
        faults += [f"{path}: {fault}" for fault in [*visitor.faults, *visitor.violations()]]
        visitor.faults.clear()
        if visitor.overflows():
            faults.append(f"{path}: wider than 360 px")
        if pages >= PAGES_A_ROLE:
            break
    assert not faults, "\n".join(faults)
    assert pages >= 4
