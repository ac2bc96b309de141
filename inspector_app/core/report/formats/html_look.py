"""What the page for a browser looks like: on a screen of any width, light and dark, and on paper."""

from inspector_app.core.report.content import Report
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import said

_INK, _EDGE, _MUTED, _TINT = (f"#{said.colour(one)}" for one in (look.INK, look.ACCENT, look.MUTED, look.TINT))
_LIGHT = f"--ink: {_INK}; --muted: {_MUTED}; --edge: {_EDGE}; --tint: {_TINT}; --line: #767676; --page: #fff;"
# Words at least 7 to 1 on the page and on the tint, lines at least 3 to 1.
_DARK = "--ink: #e8ecef; --muted: #b6c0c8; --edge: #9ccbee; --tint: #242b33; --line: #8b959e; --page: #14181c;"

_STYLE = f"""
:root {{ color-scheme: light dark; {_LIGHT} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_DARK} }} }}
body {{ font: 1rem/1.5 "Noto Sans", Arial, sans-serif; color: var(--ink); background: var(--page);
  max-width: 48rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }}
h1, h2, h3, h4 {{ color: var(--edge); line-height: 1.25; }}
h1 {{ font-size: 2rem; }} h2 {{ font-size: 1.5rem; margin-top: 2.5rem; }} h3 {{ font-size: 1.25rem; margin-top: 2rem; }}
h4 {{ font-size: 1.1rem; }}
header, footer, .note, .notes {{ font-size: .85rem; color: var(--muted); }}
.statement, dt {{ font-weight: bold; }}
.notice, blockquote {{ border-left: 4px solid var(--edge); margin-left: 0; margin-right: 0; padding: .1rem 1rem;
  background: var(--tint); }}
dl {{ display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; }} dd {{ margin: 0; }}
a {{ color: var(--edge); }} nav a {{ text-decoration: none; }} nav a:hover {{ text-decoration: underline; }}
nav ul {{ list-style: none; padding-left: 0; }} nav ul ul {{ padding-left: 1.5rem; }} nav li {{ margin: .3rem 0; }}
nav > ul > li > a {{ font-weight: bold; }}
a:focus-visible, .table:focus-visible {{ outline: 3px solid var(--edge); outline-offset: 2px; }}
:target {{ background: var(--tint); scroll-margin-top: 1rem; }}
.skip {{ position: absolute; left: -100rem; }} .skip:focus {{ position: static; }}
sup {{ line-height: 0; }} sup a {{ padding: 0 .05rem; }}
.table {{ overflow-x: auto; margin: 1rem 0; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; white-space: pre-line;
  overflow-wrap: normal; }}
thead th, th[scope=rowgroup] {{ background: var(--tint); font-weight: bold; }}
th.figure, td.figure {{ text-align: right; }}
svg {{ display: block; box-sizing: border-box; width: 100%; min-width: 30rem; height: auto; padding: .25rem;
  background: #fff; }}
@media print {{
  :root {{ color-scheme: light; {_LIGHT} }}
  body {{ font-size: 10pt; max-width: none; margin: 0; padding: 0; }}
  .skip, header, footer, [role=doc-backlink] {{ display: none; }}
  h1, h2, h3, h4, .leads {{ break-after: avoid; }}
  svg {{ min-width: 0; }} tr, svg, dl {{ break-inside: avoid; }} p, li {{ orphans: 2; widows: 2; }}
  .table {{ overflow: visible; }} a {{ color: inherit; text-decoration: none; }}
  nav, .page {{ break-before: page; }}
}}
"""


def style(report: Report) -> str:
    """The style of its page. Printed, each sheet says at head and foot what the pages of every other format say."""
    boxes = {
        "top-left": _string(report.running),
        "top-center": _string(report.marking),
        "top-right": _string(report.draft),
        "bottom-left": f'{_string(report.copy)} "\\a " {_string(report.data_as_at)}',
        "bottom-right": f'{_string(report.marking)} "\\a Page " counter(page) " of " counter(pages)',
    }
    letters = f"font: 8pt/1.4 Arial, sans-serif; color: {_MUTED}; white-space: pre-line;"
    said_in = "".join(f"@{box} {{ content: {words}; {letters} }}\n" for box, words in boxes.items())
    return f"{_STYLE}@page {{ size: A4; margin: 22mm 20mm 24mm;\n{said_in}}}\n"


def _string(text: str) -> str:
    """Words as a string of a style sheet: any sign but a letter or figure by its number, so that none acts."""
    signs = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in said.readable(text))
    return f'"{"".join(signs)}"'
