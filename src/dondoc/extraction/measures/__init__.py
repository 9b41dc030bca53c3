"""The grammar that turns one Vietnamese sentence into measures (thước đo)."""

from .reading import measures_of
from .states import Measured

__all__ = ["Measured", "measures_of"]
