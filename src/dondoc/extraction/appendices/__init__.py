"""Appendices: rows of dated work, from real tables and from tables whose columns fell apart into lines."""
