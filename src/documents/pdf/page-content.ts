/** What a page shows, before anything is made of it: words with their places, and the shapes drawn around them. */

/** The look of a word; words set alike share one object, so that styles compare by identity. */
export interface TextStyle {
  readonly font: string
  readonly isBold: boolean
  readonly isItalic: boolean
  /** Height of the type in points. */
  readonly size: number
  /** Fill colour, "#rrggbb". */
  readonly colour: string
}

/**
 * A stretch of glyphs without a gap, in one style on one baseline. Places are in points from the page's top left corner,
 * y growing downwards.
 */
export interface Word {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly baseline: number
  readonly style: TextStyle
  /** True when a blank stands between this word and the one painted before it. */
  readonly hasSpaceBefore: boolean
  /** Degrees clockwise that the baseline is turned by, rounded to 0, 90, 180 or 270; -1 for any other slant. */
  readonly turn: number
  /** The tag of the marked content it lies in ("P", "H1", "Artifact"); null in an untagged page. */
  readonly tag: string | null
}

/** An upright rectangle that is filled, outlined or both; a ruling line is a thin one. */
export interface Shape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** "#rrggbb", or null where only its outline is drawn. */
  readonly fill: string | null
  readonly isStroked: boolean
}

/** A small round or square mark, as drawn bullets are; x and y are its middle. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface PageContent {
  /** Counts from 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly label: string | null
  readonly words: readonly Word[]
  readonly shapes: readonly Shape[]
  readonly dots: readonly Dot[]
}
