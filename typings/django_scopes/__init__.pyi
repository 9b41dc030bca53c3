"""What mypy must know of django-scopes: a ScopedManager is a manager of its model."""

from contextlib import AbstractContextManager
from typing import Any, TypeVar

from django.db.models import Manager, Model

_M = TypeVar("_M", bound=Model, covariant=True)

class ScopedManager(Manager[_M]):
    def __init__(self, _manager_class: Any = ..., **scopes: str) -> None: ...

class ScopeError(Exception): ...

def scope(**scopes: Any) -> AbstractContextManager[None]: ...
def scopes_disabled() -> AbstractContextManager[None]: ...
def get_scope() -> dict[str, Any]: ...
