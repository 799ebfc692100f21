/** How strongly a commitment binds: the committed verb decides, then what it is done to. */
import type { Strength } from '../model/index.ts'
import type { Analysis } from './analysis.ts'
import type { Evidence } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { PUNCTUATION } from './tokens.ts'

const LAW = new Set(
  'legislation legislate bill regulations law laws statute statutory act primary secondary'.split(' '),
)
const PILOT = new Set(
  'pilot pilots piloting trial trials trialling test testing pathfinder pathfinders prototype prototypes demonstrator testbed'.split(
    ' ',
  ),
)
const CONSULT = new Set('consultation consult views'.split(' '))
const EXPLORE = new Set('options case feasibility whether potential how possible review'.split(' '))
// Verbs that say nothing themselves and take their strength from what they bring about.
const LIGHT = new Set(
  'bring introduce lay publish launch issue make set use take put progress table pass seek amend change hold run start begin open undertake conduct carry commission establish deliver'.split(
    ' ',
  ),
)
const FROM_VERB: readonly (readonly [string, Strength])[] = [
  ['legislate', 'legislate'],
  ['pilot', 'pilot'],
  ['consult', 'consult'],
  ['fund', 'fund'],
  ['explore', 'explore'],
  ['encourage', 'encourage'],
  ['acknowledge', 'acknowledge'],
]
// How far after the verb its object is looked for.
const REACH = 9

/** The strength of a statement already known to be a commitment, from the evidence that made it one. */
export function strengthOf(analysis: Analysis, support: readonly Evidence[], lexicon: Lexicon): Strength {
  const { words } = analysis.sentence.tokens
  const framed = support.find((item) => item.frame)?.frame
  if (framed && (support[0]?.frame || !support[0]?.strength)) {
    if (framed.chain.includes('look')) return 'explore'
    const own = strengthOfVerb(analysis, framed.verbAt, lexicon)
    return framed.isPassive && own === 'acknowledge' ? 'commit' : own
  }
  const named = support.find((item) => item.strength)?.strength
  if (named && named !== 'commit') return named
  const verb = infinitiveAfterTo(words, lexicon)
  return verb < 0 ? (named ?? 'commit') : strengthOfVerb(analysis, verb, lexicon)
}

/** The verb of "committed to X", "intends to X": the first after "to" that the lexicon knows. */
function infinitiveAfterTo(words: readonly string[], lexicon: Lexicon): number {
  for (let at = 0; at + 1 < words.length; at++) {
    if (words[at] !== 'to') continue
    if (lexicon.verbs.byForm.has(words[at + 1] ?? '')) return at + 1
  }
  return -1
}

function strengthOfVerb(analysis: Analysis, at: number, lexicon: Lexicon): Strength {
  const { words, flags } = analysis.sentence.tokens
  const verb = lexicon.verbs.byForm.get(words[at] ?? '')
  const object: string[] = []
  for (let next = at + 1; next < words.length && next - at <= REACH; next++) {
    if ((flags[next] ?? 0) & PUNCTUATION && words[next] !== '“' && words[next] !== '‘') break
    object.push(words[next] ?? '')
  }
  const says = (set: ReadonlySet<string>): boolean => object.some((word) => set.has(word))
  const found = FROM_VERB.find(([name]) => verb?.classes.has(name))?.[1]
  if (found === 'fund' && says(PILOT)) return 'pilot'
  if (found && found !== 'explore') return found
  if (found === 'explore') return 'explore'
  if (!verb || LIGHT.has(verb.lemma)) return strengthOfObject(object, says)
  if (verb.lemma === 'work' || verb.lemma === 'continue') return continued(object, lexicon)
  return 'commit'
}

function strengthOfObject(object: readonly string[], says: (set: ReadonlySet<string>) => boolean): Strength {
  if (says(CONSULT)) return 'consult'
  if (says(LAW) && !object.includes('guidance')) return 'legislate'
  if (says(PILOT)) return 'pilot'
  return 'commit'
}

/** "will work with X to explore Y" explores; "will continue to publish" commits. */
function continued(object: readonly string[], lexicon: Lexicon): Strength {
  const to = object.lastIndexOf('to')
  const verb = lexicon.verbs.byForm.get(object[to + 1] ?? '')
  if (
    to >= 0 &&
    verb?.classes.has('explore') &&
    !object.slice(to).some((word) => EXPLORE.has(word) && word === 'review')
  )
    return 'explore'
  return 'commit'
}
