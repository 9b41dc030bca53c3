"""The grammar that turns one Vietnamese sentence into measures (thước đo)."""

from .reading import Measured, measures_of

__all__ = ["Measured", "measures_of"]
