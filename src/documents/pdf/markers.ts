/** Recognises what stands at the start of a line before its words: bullets, list letters, paragraph and section numbers. */

export interface Marker {
  /** As printed, with its punctuation ("(iii)", "•", "45."). */
  readonly printed: string
  /** Without punctuation; null for bullets. */
  readonly number: string | null
  readonly kind: 'bullet' | 'letter' | 'roman' | 'number' | 'section'
  /** The line's text after the marker. */
  readonly rest: string
}

const BULLETS = '•●○◦▪▫■□‣⁃∙·►➢−➤✓✔✗◆◇\u2013\u2014-*oO§\uf0b7\uf0a7\uf0d8\uf0fc\uf06e\uf0e0'
const BULLET = new RegExp(`^([${BULLETS.replace(/[-\]\\^]/g, '\\$&')}])\\s+(?=\\S)`, 'u')
const LETTERED = /^(\(?([a-z]|[A-Z]|[ivxIVX]{1,5})[.)])\s+(?=\S)/
const NUMBERED = /^(\(?(\d{1,3}[a-z]?)[.)])\s+(?=\S)/
const SECTION = /^(([A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){1,4})\.?)\s+(?=\S)/

/** The marker that opens `text`; null where it opens with words. */
export function findMarker(text: string): Marker | null {
  const bullet = BULLET.exec(text)
  if (bullet !== null)
    return { printed: bullet[1] ?? '', number: null, kind: 'bullet', rest: text.slice(bullet[0].length) }
  const section = SECTION.exec(text)
  if (section !== null)
    return {
      printed: section[1] ?? '',
      number: section[2] ?? null,
      kind: 'section',
      rest: text.slice(section[0].length),
    }
  const numbered = NUMBERED.exec(text)
  if (numbered !== null)
    return {
      printed: numbered[1] ?? '',
      number: numbered[2] ?? null,
      kind: 'number',
      rest: text.slice(numbered[0].length),
    }
  const lettered = LETTERED.exec(text)
  if (lettered !== null) {
    const letter = lettered[2] ?? ''
    const kind = /^[ivx]{2,}$/i.test(letter) ? 'roman' : 'letter'
    return { printed: lettered[1] ?? '', number: letter, kind, rest: text.slice(lettered[0].length) }
  }
  return null
}
