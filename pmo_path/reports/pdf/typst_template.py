"""The typst preamble of every PDF: page set-up, styles and helper functions."""

from __future__ import annotations

# A backslash at the end of a line joins it with the next.
PAPER = """
#let ink = rgb("#1d2430")
#let soft = rgb("#4a5464")
#let rule = rgb("#c3cad5")
#let accent = rgb("#0b5a7a")
#let warn = rgb("#8a3b00")
#let warn-band = rgb("#fff4e8")

#set page(paper: "a4", margin: (x: 16mm, top: 14mm, bottom: 17mm))
#set text(size: 9pt, fill: ink, lang: "en", region: "GB")
#set par(leading: 0.58em, spacing: 0.8em)
#set list(marker: text(fill: soft, "•"), body-indent: 0.6em, spacing: 0.62em)
#set enum(body-indent: 0.6em, spacing: 0.7em)
#show heading: set par(leading: 0.5em)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 1): set block(below: 10pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 15pt, below: 6pt)
#show heading.where(level: 3): set text(size: 9.5pt)
#show heading.where(level: 3): set block(above: 10pt, below: 5pt)
#show link: set text(fill: accent)
#set figure(numbering: none, supplement: none, gap: 6pt)
#set figure.caption(position: top, separator: none)
#show figure: set align(left)
#show figure.caption: set text(size: 8pt, fill: soft)
#show figure.caption: set block(sticky: true)

#let least-picture = 48mm
#let plain = par
#let quote(it) = block(stroke: (left: 2pt + rule), inset: (left: 9pt, y: 2pt), par(it))
#let note(it) = par(text(size: 8.5pt, fill: soft, it))
#let answer(it) = block(
  stroke: (left: 3pt + accent), inset: (left: 9pt, y: 3pt), above: 9pt, below: 10pt,
  par(text(size: 13pt, weight: "bold", it)),
)
#let careful(it) = block(
  width: 100%, stroke: (left: 3pt + warn), fill: warn-band, inset: (left: 9pt, right: 9pt, y: 5pt),
  above: 9pt, below: 10pt, par(text(fill: warn, it)),
)
#let quiet(it) = { show link: set text(fill: soft); text(size: 0.85em, fill: soft, it) }
#let refs(..numbers) = quiet({
  let links = numbers.pos().map(one => link(label("source-" + str(one)), str(one)))
  "\\u{a0}[" + links.join(", ") + "]"
})
#let printed(address) = quiet(link(address))
#let soft-line(it) = { linebreak(); text(fill: soft, it) }
#let fields(width, ..pairs) = terms(
  separator: none, hanging-indent: width, spacing: 0.62em, tight: false,
  ..pairs.pos().map(((name, value)) => terms.item(box(width: width, name), value)),
)
#let blank = box(height: 7mm)
#let sheet(caption, columns: (), heads: (), room: false, cut: false, whole: true, ..cells) = {
  set text(size: 8.5pt)
  set par(leading: 0.5em)
  set table.cell(breakable: cut)
  show table.cell.where(y: 0): set text(weight: "bold")
  show figure: set block(breakable: not whole, above: 9pt, below: 9pt)
  figure(caption: caption, kind: table, table(
    columns: columns, align: left + top,
    inset: if room { (x: 6pt, y: 5pt) } else { (left: 0pt, right: 10pt, y: 3pt) },
    stroke: if room { 0.5pt + rule } else { \
(x, y) => (bottom: if y == 0 { 1.2pt + rule } else { 0.5pt + rule }) },
    table.header(..heads), ..cells,
  ))
}
#let picture(caption, svg, told, below: 0mm) = {
  [#block(height: 0pt, above: 8pt, below: 0pt)<room>]
  figure(
    caption: caption, kind: image, layout(size => context {
      let drawn(..room) = image(bytes(svg), format: "svg", alt: told, ..room)
      let natural = measure(drawn(width: size.width)).height
      let left = 297mm - 17mm - 10mm - below - locate(<room>).position().y
      if left < least-picture or natural < left { drawn(width: size.width) }
      else { align(center, drawn(height: left)) }
    }),
  )
}
#let references(..lines) = columns(2, gutter: 6mm, {
  set text(size: 7pt)
  set par(leading: 0.4em)
  set enum(spacing: 0.45em)
  show link: set text(fill: ink)
  enum(..lines)
})
#let contents(title) = context {
  let later = query(selector(heading.where(level: 2)).after(here()))
  let entry(one) = box(link(one.location(), {
    one.body; " "; str(counter(page).at(one.location()).first())
  }))
  set text(size: 8.5pt)
  block(above: 10pt, below: 10pt, { strong(title); ": "; later.map(entry).join([ · ]) })
}
#let together(it) = layout(size => {
  let whole = measure(block(width: size.width, it)).height < 250mm
  block(breakable: not whole, above: 15pt, it)
})
#let chart(caption, svg, told) = figure(
  caption: caption, kind: image, image(bytes(svg), format: "svg", alt: told, width: 100mm),
)
#let foot(title, edition) = context {
  set text(size: 8pt, fill: soft)
  grid(columns: (1fr, auto, auto), gutter: 8mm, title, edition, \
counter(page).display("1 / 1", both: true))
}
"""
