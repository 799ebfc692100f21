/** Text that every format can hold: no control characters, no halves of characters, no marks that turn the line around. */

/**
 * What XML 1.0 cannot hold at all (most control characters, lone surrogates and two that are no characters), and the
 * control characters it only discourages, which calendars cannot hold.
 */
const NOT_XML = /[^\t\n\r\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

export const cleanXml = (text: string): string => text.replaceAll(NOT_XML, '')

/** Marks that make later text run the other way; a title may not turn what stands after it around. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g

/** One line for a title or a name: cleaned, spaces made one. */
export const cleanLine = (text: string): string =>
  cleanXml(text).replaceAll(TURNING, '').replaceAll(/\s+/g, ' ').trim()
