/** Finds keys that stand twice in one object of a JSON text, which JSON.parse passes over in silence. */

/**
 * @param text JSON that parses
 * @returns the first key that is written twice in one object, with the line of the second; null where there is none
 */
export function findDuplicateKey(text: string): { key: string; line: number } | null {
  const open: (Set<string> | null)[] = []
  // Strings, and the marks that open and close objects and lists; all else is passed over.
  for (const { 0: token, 1: string, 2: colon, index } of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (colon !== undefined && string !== undefined) {
      const keys = open.at(-1)
      const key = String(JSON.parse(string))
      if (keys?.has(key)) return { key, line: text.slice(0, index).split('\n').length }
      keys?.add(key)
    }
  }
  return null
}

const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g
