/**
 * Which sentences are speech: words in quotation marks that someone other than the writer says, as news and press pages
 * print them. What a minister says is a government's; what anybody else says there is comment far more often than fact.
 */
import type { Tokens } from './tokens.ts'

/** `government` where the text gives the words to a minister or a department's spokesperson. */
export type Speech = 'government' | 'other'

/** Follows a document: `enter` for each block in order, then `hear` for each of its sentences. */
export interface SpeechTracker {
  readonly enter: (blockText: string) => void
  /** Whose speech the sentence is; null where it is the writer's own, or quotes no more than a few words. */
  readonly hear: (tokens: Tokens) => Speech | null
}

// So much of a sentence, and so many words of it, must stand in quotation marks: below, it is a phrase that is quoted.
const LEAST_SHARE = 0.5
const LEAST_WORDS = 5

export function trackSpeech(): SpeechTracker {
  const officials = new Set<string>()
  let speaker: Speech | null = null
  let open: Mark | null = null
  return {
    enter: (blockText) => {
      open = null
      speaker =
        speakerIn(blockText, officials) ?? speaker ?? (OPENS_WITH_MARK.test(blockText) ? 'other' : null)
    },
    hear: (tokens) => {
      const { words } = tokens
      let inside = 0
      for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? ''
        if (open !== null && closes(open, words, at)) open = null
        else if (open === null && opens(words, at))
          open = word as Mark // one of the marks: `opens` holds
        else if (open !== null) inside++
      }
      return inside >= LEAST_WORDS && inside >= LEAST_SHARE * words.length ? speaker : null
    },
  }
}

type Mark = '“' | '"' | '‘' | "'"

const MARKS = new Set(['“', '"', '‘', "'"])

/** Speech opens a sentence, or follows a colon or comma: marks elsewhere set off a phrase, or are apostrophes. */
function opens(words: readonly string[], at: number): boolean {
  return MARKS.has(words[at] ?? '') && (at === 0 || words[at - 1] === ':' || words[at - 1] === ',')
}

function closes(mark: Mark, words: readonly string[], at: number): boolean {
  const word = words[at]
  if (mark === '“' || mark === '"') return word === '”' || word === '"'
  if (word !== '’' && word !== "'") return false
  const before = words[at - 1] ?? ''
  return at === words.length - 1 || before === ',' || before === '.' || before === '?' || before === '!'
}

const OPENS_WITH_MARK = /^\s*[“"‘']/u
const SAID =
  /\b(?:said|says|added|adds|commented|commenting|told|warned|argued|explained|insisted|continued|tweeted|wrote)\b/u
const QUOTED = /[“"][^”"]*(?:[”"]|$)|(?<=^|[:,] )['‘].*?(?:[.,!?]['’]|$)/gu
const IN_GOVERNMENT =
  /\b(?:[Mm]inister|[Ss]ecretary of [Ss]tate|\p{Lu}\p{L}+ [Ss]ecretary|Chancellor|(?:[Gg]overnment|[Dd]epartment|DfE|DHSC|DWP|Defra|MHCLG|Treasury|Home Office|Cabinet Office|No\.? ?10|Downing Street)(?: for [\p{L} ,]{3,50}|['’]s)? spokes(?:person|man|woman)|spokes(?:person|man|woman) (?:for|from) (?:the )?(?:[Gg]overnment|[Dd]epartment|DfE|DHSC|DWP|Defra|Treasury|Home Office|Cabinet Office))/u
const OUT_OF_GOVERNMENT =
  /\b(?:[Ss]hadow|[Ff]ormer|[Ee]x-|[Gg]eneral [Ss]ecretary|[Pp]ermanent [Ss]ecretary)/u
// Attributions stand at either end of their paragraph; a pronoun there goes on with the last speaker.
const SEARCHED = 700
const SAYS_NAME =
  /(?<name>\p{Lu}[\p{L}’'-]+),? (?:(?:today|also|has|have|then) ){0,2}(?:said|says|added|adds|told|warned|argued|insisted|continued|wrote|announced|confirmed)\b/gu
const NAME_SAYS =
  /\b(?:said|says|added|adds|told|insisted|wrote) (?:(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord|Lady|Baroness|Senator) )?(?:\p{Lu}\p{L}+ )?(?<name>\p{Lu}[\p{L}’'-]+)/gu
const OFFICE_NAME =
  /\b(?:[Mm]inister|[Ss]ecretary|Chancellor)(?: (?:for|of) [\p{L}, ]{3,60}?)?,? (?:(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord|Lady|Baroness|Senator) )?\p{Lu}[\p{L}’'-]+ (?<name>\p{Lu}[\p{L}’'-]+)/gu
const NAME_OFFICE =
  /(?<name>\p{Lu}[\p{L}’'-]+),? (?:the |[Pp]arliamentary [Uu]nder-)?(?:\p{L}+ )?(?:[Mm]inister|[Ss]ecretary|Chancellor)\b/gu

/** Whose speech a paragraph prints; null where it names no one new. Ministers it names are added to `officials`. */
function speakerIn(block: string, officials: Set<string>): Speech | null {
  const own = block.slice(0, SEARCHED).replace(QUOTED, ' ')
  const isOfficial = IN_GOVERNMENT.test(own) && !OUT_OF_GOVERNMENT.test(own)
  if (isOfficial) for (const name of namesIn(own, [OFFICE_NAME, NAME_OFFICE])) officials.add(name)
  if (!SAID.test(own)) return null
  if (isOfficial) return 'government'
  const names = namesIn(own, [SAYS_NAME, NAME_SAYS])
  if (names.some((name) => officials.has(name))) return 'government'
  if (!/[“"‘']/u.test(block)) return null
  return /\b(?:he|she|they)\b[^.]{0,30}\.?$/iu.test(own.trim()) && names.length === 0 ? null : 'other'
}

function namesIn(text: string, signs: readonly RegExp[]): string[] {
  return signs.flatMap((sign) => [...text.matchAll(sign)].map((match) => match.groups?.name ?? ''))
}
