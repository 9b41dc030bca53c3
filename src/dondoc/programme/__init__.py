"""The programme format, version 1: what reading one paper yields and what everything else consumes."""
