"""Every address has a door and a test."""

from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

TESTS = Path(__file__).resolve().parents[1]
# Open without sign-in, and allauth's own pages, which ask for what they need.
WITHOUT_DOOR = {
    "account_login", "account_logout", "account_inactive", "account_change_password",
    "alive", "wards:language", "style",
}  # fmt: skip


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern) and entry.name:
            yield f"{prefix}{entry.name}", entry


def every():
    return dict(patterns(get_resolver()))


def test_every_page_names_who_may_enter():
    open_doors = [name for name, p in every().items() if name not in WITHOUT_DOOR and not hasattr(p.callback, "roles")]
    assert not open_doors


def test_every_address_has_a_test():
    text = "\n".join(p.read_text() for p in TESTS.rglob("*.py") if p != Path(__file__))

    def tested(name, pattern):
        """By name ("work:task"), by its last part as a string, or by the words of its address."""
        words = [w for w in str(pattern.pattern).split("/") if w and "<" not in w]
        last = name.rpartition(":")[2]
        return name in text or f'"{last}"' in text or f"'{last}'" in text or bool(words and f"/{words[-1]}/" in text)

    assert not [name for name, pattern in every().items() if name != "style" and not tested(name, pattern)]
