/** Patterns of two forms: one for any text, and one for the letters that English is written in, which is far quicker. */

/** Latin-1, and the quotation marks, dashes, bullets and euro sign of print. In such a text the two forms match alike. */
const COMMON = /^[\u0000-\u00ff\u2010-\u2027\u20ac]*$/

/** True where the quicker form of every pattern reads the text as the other does. */
export const isCommonText = (text: string): boolean => COMMON.test(text)

/** Unicode's letters and numbers, as far as they are common characters. */
const RANGES: Readonly<Record<string, string>> = {
  L: String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff`,
  N: String.raw`0-9\u00b2\u00b3\u00b9\u00bc-\u00be`,
}

/**
 * The pattern of `source`, case ignored, with Unicode's classes. A class of all letters in the world has seven hundred
 * ranges and surrogates, whatever the text: compiling its patterns took longer than all matching.
 */
export class TwinPattern {
  readonly source: string
  #wide: RegExp | null = null
  #common: RegExp | null = null

  constructor(source: string) {
    this.source = source
  }

  /** `isCommon` saves looking at every letter again, where many patterns are tried on one text. */
  exec(text: string, isCommon = isCommonText(text)): RegExpExecArray | null {
    return this.#formFor(isCommon).exec(text)
  }

  test(text: string, isCommon = isCommonText(text)): boolean {
    return this.#formFor(isCommon).test(text)
  }

  #formFor(isCommon: boolean): RegExp {
    if (isCommon) {
      this.#common ??= new RegExp(commonForm(this.source), 'i')
      return this.#common
    }
    this.#wide ??= new RegExp(this.source, 'iu')
    return this.#wide
  }
}

/**
 * `source` as it reads without Unicode's mode, for common characters alone. None of them but letters of both cases
 * becomes another by ignoring case, and none is a surrogate. Throws for what reads otherwise in the two modes.
 */
export function commonForm(source: string): string {
  let isInClass = false
  return source.replace(
    /\\(?:([pP])\{(\w+)\}|[ux]\{|[\s\S])|\[|\]|[\ud800-\udfff]/g,
    (found, property, name) => {
      if (found === '[') isInClass = true
      else if (found === ']') isInClass = false
      else if (property !== undefined) {
        const ranges = property === 'p' ? RANGES[name] : undefined
        if (ranges === undefined) throw new Error(`no common form of ${found} in ${source}`)
        return isInClass ? ranges : `[${ranges}]`
      } else if (found.endsWith('{') || found.length === 1) throw new Error(`no common form of ${source}`)
      return found
    },
  )
}

/** The two forms of a pattern written as one that ignores case and knows Unicode. */
export const twin = (pattern: RegExp): TwinPattern => new TwinPattern(pattern.source)
