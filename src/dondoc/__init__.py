"""Đôn Đốc: puts a ward's action programme into effect."""

__version__ = "0.1.0"
