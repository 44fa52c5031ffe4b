"""The style sheet of the HTML report: for screens of any width, light or dark, and for A4."""

from __future__ import annotations

# A backslash at the end of a line joins it with the next.
STYLE = """
:root { color-scheme: light; --ink: #1d2430; --soft: #4a5464; --line: #c3cad5; --paper: #ffffff;
  --band: #f2f5f9; --accent: #0b5a7a; --warn: #8a3b00; --warn-band: #fff4e8; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ink: #e7ebf1; --soft: #b3bdca; --line: #475162; --paper: #14171b;
    --band: #1f262f; --accent: #7cc7e8; --warn: #ffc48a; --warn-band: #33261a; } }
* { box-sizing: border-box; }
html { font: 100%/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
footer { padding-bottom: 2rem; color: var(--soft); font-size: .875rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { font-size: 1.75rem; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem; padding-top: .5rem; \
border-top: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; orphans: 3; widows: 3; }
a { color: var(--accent); text-underline-offset: .15em; }
.answer { font-size: 1.375rem; line-height: 1.35; font-weight: 600; \
border-left: .3rem solid var(--accent);
  padding: .25rem 0 .25rem .9rem; margin: 1rem 0; }
.careful { color: var(--warn); background: var(--warn-band); \
border-left: .3rem solid var(--warn); padding: .6rem .9rem; }
.note { color: var(--soft); font-size: .9375rem; }
.refs { color: var(--soft); font-size: .8125rem; white-space: nowrap; }
.refs a { color: inherit; }
blockquote { margin: .5rem 0; padding-left: .9rem; border-left: .2rem solid var(--line); \
font-style: italic; }
nav p, nav ul, nav li { display: inline; margin: 0; padding: 0; font-size: .9375rem; }
nav p { font-weight: 600; }
nav p::after { content: ": "; }
nav li + li::before { content: " · "; }
.sources { font-size: .875rem; }
ul, ol { padding-left: 1.25rem; margin: .5rem 0; }
li { margin: .3rem 0; }
li ul { margin: .2rem 0; color: var(--soft); }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .3rem 1rem; \
margin: .75rem 0; }
dt { font-weight: 600; max-width: 20rem; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: .9375rem; \
overflow-wrap: break-word; }
.room, table a { overflow-wrap: anywhere; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; break-after: avoid; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem .45rem 0; \
border-bottom: 1px solid var(--line); }
.short { white-space: nowrap; }
thead th { border-bottom: 2px solid var(--line); }
tbody th { font-weight: 600; }
.under { display: block; font-weight: 400; color: var(--soft); }
.room th, .room td { border: 1px solid var(--line); padding: .45rem .6rem; }
.room td { min-width: 4.5rem; height: 2.6rem; }
figure { margin: 1rem 0; }
.drawn { overflow-x: auto; }
.drawn svg { display: block; max-width: 100%; min-width: 44rem; height: auto; }
figure > svg { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--soft); }
@media screen and (max-width: 44rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
  table, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
  th, td, .room th, .room td { border: 0; padding: .1rem 0; height: auto; }
  td[data-head]::before { content: attr(data-head) ": "; font-weight: 600; }
  .room td { border-bottom: 1px dotted var(--line); min-height: 2rem; }
}
@media print {
  @page { size: A4; margin: 14mm 16mm 16mm; \
@bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  html { font-size: 9pt; line-height: 1.32; }
  h1 { margin-bottom: .5rem; }
  .answer { font-size: 1.25rem; margin: .6rem 0; }
  p, ul, ol, dl { margin: .25rem 0; }
  li, li ul { margin: .08rem 0; }
  dl { gap: .06rem 1rem; }
  .page { break-before: page; }
  .sources { columns: 2; column-gap: 6mm; font-size: 7pt; line-height: 1.25; }
  header, main, footer { max-width: none; padding: 0; }
  h2 { margin: .7rem 0 .2rem; padding-top: .25rem; font-size: 1.2rem; }
  h3 { margin-top: .5rem; }
  .drawn { overflow: visible; }
  .drawn svg { width: 100%; min-width: 0; max-height: 82mm; }
  main:has(> section:first-child > table) .drawn svg { max-height: 64mm; }
  main:has(> section:first-child > table th:nth-child(4)) .drawn svg { max-height: 50mm; }
  figure { margin: .4rem 0; }
  thead { display: table-header-group; }
  table { margin: .5rem 0; }
  table:not(.room) { font-size: .875rem; }
  table:not(.room) :is(th, td) { padding: .2rem .5rem .2rem 0; line-height: 1.3; }
  .room td { height: 2rem; }
  section:has(.room), table:not(:has(tr:nth-child(9))) { break-inside: avoid; }
  tr, li, dt, dd, figure, .answer, .careful, .room { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  a.away::after { content: " (" attr(href) ")"; color: var(--soft); font-size: .875em; }
}
"""
