/** The HTML that other sites paste to show a card: in oEmbed answers, and under each page that has one. */

interface FrameCode {
  readonly source: string
  /** What the card is of: two of them beside each other have names of their own. */
  readonly title: string
  readonly width: string
  readonly height: string
  readonly style: string
}

export const frameCode = ({ source, title, width, height, style }: FrameCode): string =>
  `<iframe src="${attribute(source)}" title="${attribute(title)}" width="${width}" height="${height}" style="${style}" loading="lazy"></iframe>`

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
