"""Every read of intake; each says how many queries it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from django.db.models import Count, Q, QuerySet

from dondoc.programme.compare import Change, compare
from dondoc.programmes.actions import latest_reading
from dondoc.wards.models import Ward

from .composing import compose
from .models import Review, ReviewItem, Upload

LISTED = ("indicator", "task", "assignment")  # shown under their sections; the rest in groups of their own
TAILS = ("reference", "deliverable", "recipient")


def uploads(ward: Ward) -> QuerySet[Upload]:
    """Return the ward's uploads, newest first, with who brought them and how far the review is (1 query)."""
    unseen = Count("review__items", filter=Q(review__items__state="unseen", review__items__doubtful=True))
    return (
        Upload.objects.filter(ward=ward)
        .select_related("uploaded_by", "review", "review__programme")
        .annotate(doubts_left=unseen)
    )


def published_before(upload: Upload) -> Upload | None:
    """Return an upload of the very same file that stands as a programme of its own (1 query)."""
    same = Upload.objects.filter(sha256=upload.sha256, state=Upload.State.PUBLISHED).exclude(pk=upload.pk)
    return same.select_related("review__programme").order_by("-uploaded_at").first()


@dataclass
class Group:
    """A section of the review with its items."""

    section: ReviewItem
    depth: int
    items: list[ReviewItem] = field(default_factory=list)

    @property
    def ready(self) -> int:
        """How many sure items one act would accept."""
        return sum(not i.doubtful and i.state == "unseen" for i in self.items)


@dataclass
class ReviewPage:
    """Everything the review shows beside the source."""

    careful: list[ReviewItem]
    groups: list[Group]
    findings: list[ReviewItem]
    tails: dict[str, list[ReviewItem]]
    total: int
    seen: int

    @property
    def doubts_left(self) -> int:
        """How many doubtful items nobody has seen."""
        return sum(i.state == "unseen" and i.doubtful for i in self.careful)

    @property
    def errors_left(self) -> int:
        """How many findings of severity error nobody has seen."""
        return sum(i.state == "unseen" and not i.doubtful for i in self.careful)

    @property
    def careful_left(self) -> int:
        """How many items and findings still ask for a close look."""
        return self.doubts_left + self.errors_left

    @property
    def first(self) -> ReviewItem | None:
        """The first row that nobody has seen, in the order of the page; its editor stands open when the page comes."""
        listed = (i for group in self.groups for i in group.items if not i.doubtful)
        return next((i for i in chain(self.careful, listed) if i.state == "unseen"), None)


def review_page(review: Review) -> ReviewPage:
    """Return the items of a review in their groups (1 query)."""
    items = list(review.items.all())
    findings = [i for i in items if i.kind == "finding"]
    doubtful = [i for i in items if i.doubtful]
    errors = [i for i in findings if i.data["severity"] == "error"]
    careful = sorted(doubtful + errors, key=lambda i: (_first_place(i), i.pk))
    counted = [i for i in items if i.kind in LISTED]
    return ReviewPage(
        careful=careful,
        groups=_groups(items),
        findings=[i for i in findings if i.data["severity"] != "error"],
        tails={kind: [i for i in items if i.kind == kind] for kind in TAILS},
        total=len(counted),
        seen=sum(i.state != "unseen" for i in counted),
    )


def _first_place(item: ReviewItem) -> int:
    return item.start if item.start is not None else 1 << 30


def _groups(items: Iterable[ReviewItem]) -> list[Group]:
    depths: dict[str, int] = {}
    groups: dict[str, Group] = {}
    for item in items:
        if item.kind == "section" and item.state != "dropped":
            depth = depths.get(item.data.get("parent") or "", -1) + 1
            depths[item.ref] = depth
            groups[item.ref] = Group(item, min(depth, 3))
    for item in items:
        if item.kind in LISTED and item.data["section"] in groups:
            groups[item.data["section"]].items.append(item)
    for group in groups.values():
        group.items.sort(key=lambda i: (_first_place(i), i.order))
    return list(groups.values())


def changes(review: Review) -> list[Change]:
    """Return what the review changes against the version that its upload replaces, unchanged items left out (2 queries)."""
    replaced = review.upload.replaces
    if replaced is None:
        return []
    standing = latest_reading(replaced.versions.get(number=replaced.version))
    return [c for c in compare(standing, compose(review, list(review.items.all()))) if c.change != "same"]
