"""Reads a file of any supported kind into one `Document`. Pure: knows no Django."""
