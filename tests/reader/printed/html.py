"""Papers as HTML for a browser to print."""

from __future__ import annotations

import html
import unicodedata

from reader.printed.model import Block, Columns, Look, Paper, Sides, Table, Text, Turn, as_cells

STAMP = (
    '<svg class="stamp" width="120" height="120"><circle cx="60" cy="60" r="54" fill="none" stroke="red" '
    'stroke-width="4"/><circle cx="60" cy="60" r="36" fill="none" stroke="red" stroke-width="2"/></svg>'
)


def page(paper: Paper) -> str:
    """Return the HTML of a paper."""
    look = paper.look
    body, notes = [], []
    for block in paper.blocks:
        body.append(_block(block, notes, look))
    if notes:
        body.append(
            '<div class="notes">' + "".join(f"<p><sup>{number}</sup> {note}</p>" for number, note in notes) + "</div>"
        )
    mark = f'<div class="mark">{look.watermark}</div>' if look.watermark else ""
    text = (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{paper.name}</title><style>{_style(look)}'
        f"</style></head><body>{mark}<div>{''.join(body)}</div></body></html>"
    )
    return unicodedata.normalize("NFD", text) if look.decomposed else text


def _style(look: Look) -> str:
    indent = "text-indent:1.27cm;margin:0 0 4pt" if look.indent else "text-indent:0;margin:0 0 14pt"
    rows = "avoid" if look.whole_rows else "auto"
    return f"""
@page {{ size: A4; margin: 2cm 1.5cm 2cm 3cm; }}
@page wide {{ size: A4 landscape; margin: 2cm 2cm 1.5cm 2cm; }}
body {{ font-family: "{look.font}"; font-size: {look.size}pt; line-height: {look.leading};
  letter-spacing: {look.spacing}pt; margin: 0; }}
p {{ {indent}; text-align: {"justify" if look.justify else "left"}; }}
p.center, p.right, p.left {{ text-indent: 0; }} p.center {{ text-align: center; }} p.right {{ text-align: right; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 0.86em; margin: 6pt 0; }}
td, th {{ vertical-align: top; padding: 3pt 5pt; overflow-wrap: anywhere; }} th {{ vertical-align: middle; }}
td p, th p {{ text-indent: 0; margin: 0; text-align: left; }} th p {{ text-align: center; }}
tr {{ break-inside: {rows}; }}
.full td, .full th {{ border: 0.75pt solid black; }}
.horizontal td, .horizontal th {{ border-top: 0.75pt solid black; border-bottom: 0.75pt solid black; }}
.shaded th {{ background: #d9e2f3; }} .shaded td, .shaded th {{ border: 0.75pt solid #888; }}
.still thead {{ display: table-row-group; }}
.sides td {{ padding: 0; }} .sides p {{ text-align: center; min-height: 1.1em; }}
.left p {{ text-align: left; }}
.turn {{ break-before: page; }} .wide {{ page: wide; }}
.columns {{ column-count: 2; column-gap: 1cm; }}
.mark {{ position: fixed; top: 40%; left: 5%; font-size: 60pt; color: #ddd; transform: rotate(-45deg); z-index: -1; }}
.notes {{ border-top: 0.5pt solid black; width: 100%; font-size: 0.75em; margin-top: 2cm; }}
.stamp {{ position: absolute; margin: -60px 0 0 360px; }}
"""


def _block(block: Block, notes: list[tuple[int, str]], look: Look) -> str:
    if isinstance(block, Text):
        return _paragraph(block, notes)
    if isinstance(block, Columns):
        return '<div class="columns">' + "".join(_paragraph(text, notes) for text in block.texts) + "</div>"
    if isinstance(block, Turn):
        return f'</div><div class="turn {"wide" if block.landscape else ""}">'
    if isinstance(block, Sides):
        left, right = ("".join(f"<p>{html.escape(line)}</p>" for line in side) for side in (block.left, block.right))
        signed = block.left[0].startswith("Nơi nhận")
        cells = f'<td style="width:{block.share}%" class="{"left" if signed else ""}">{left}</td><td>{right}</td>'
        return f'<table class="sides"><tr style="break-inside:avoid">{cells}</tr></table>' + (
            STAMP if signed and look.stamp else ""
        )
    return _table(block)


def _paragraph(text: Text, notes: list[tuple[int, str]]) -> str:
    inner = html.escape(text.text).replace("\n", "<br>")
    inner = f"<b>{inner}</b>" if text.bold else inner
    inner = f"<i>{inner}</i>" if text.italic else inner
    if text.note:
        notes.append((len(notes) + 1, html.escape(text.note)))
        inner += f"<sup>{len(notes)}</sup>"
    return f'<p class="{text.align}">{inner}</p>'


def _table(table: Table) -> str:
    widths = "".join(f'<col style="width:{width}%">' for width in table.widths)
    head = _rows(table.head, "th", bold=True)
    rows = _rows(as_cells(table.rows), "td", bold=False)
    kind = f"{table.ruling} {'' if table.repeats else 'still'}"
    return f'<table class="{kind}"><colgroup>{widths}</colgroup><thead>{head}</thead><tbody>{rows}</tbody></table>'


def _rows(rows: list[list], tag: str, bold: bool) -> str:
    told = []
    for row in rows:
        cells = []
        for cell in row:
            inner = "".join(f"<p>{html.escape(part)}</p>" for part in cell.text.split("\n"))
            cells.append(f'<{tag} colspan="{cell.wide}" rowspan="{cell.high}">{inner}</{tag}>')
        told.append("<tr>" + "".join(cells) + "</tr>")
    return "".join(told)
