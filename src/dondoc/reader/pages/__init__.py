"""Geometry of pages: words and rules on paper become lines in reading order, tables and paragraphs."""
