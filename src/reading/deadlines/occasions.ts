/** Times told by what happens then: "before the Lakes summit", "before a letter is sent", "once the lock is open". */
import { makePhraseBook, matchPhrase } from './phrases.ts'
import type { Token } from './tokens.ts'

const OPENERS = makePhraseBook([
  'before',
  'ahead of',
  'prior to',
  'in advance of',
  'in time for',
  'once',
  'as soon as',
])
/** Words that open one of these. */
export const OCCASION_OPENERS: readonly string[] = [...OPENERS.keys()]
// After these only a clause tells a time; the others take the name of an event too.
const CLAUSES_ONLY = new Set(['once', 'as'])

/** What is held on a day. */
const HELD = new Set(
  'summit conference meeting meetings hearing hearings debate vote ballot inspection synod stage reading inquest anniversary opening deadline visit'.split(
    ' ',
  ),
)
// "Once a form has come in" tells how things are done; once one of these is through, an act of policy follows.
const PASSED = new Set('bill act legislation regulations consultation review evaluation date'.split(' '))
const SUBJECT_OPENERS = new Set(
  'the a an any this that these those its their our his her each every all we it they he she you i next'.split(
    ' ',
  ),
)
const HAPPENS = new Set(
  'is are has have goes go comes come begins begin starts start ends end closes close opens open meets meet votes vote debates reports leaves leave expires receives receive concludes completes'.split(
    ' ',
  ),
)
const STOPS = new Set([
  ',',
  '.',
  ';',
  ':',
  '(',
  ')',
  '?',
  '!',
  '”',
  '"',
  'and',
  'but',
  'or',
  'will',
  'would',
  'should',
  'must',
])
// "laid before the House", "evidence before the Committee" are places.
const PLACES = new Set(
  'parliament house houses committee court courts council cabinet board tribunal us them me him assembly'.split(
    ' ',
  ),
)
const EVENT_WORDS = 7
const SUBJECT_WORDS = 6
const CLAUSE_WORDS = 10

/** Index after the occasion that opens at `at`, or undefined. */
export function occasionEnd(tokens: readonly Token[], at: number): number | undefined {
  const from = matchPhrase(OPENERS, tokens, at)
  if (from === undefined) return undefined
  const clause = clauseEnd(tokens, from)
  if (CLAUSES_ONLY.has(tokens[at]?.word ?? ''))
    return tokens.slice(from, from + SUBJECT_WORDS).some(({ word }) => PASSED.has(word)) ? clause : undefined
  return clause ?? eventEnd(tokens, from)
}

function eventEnd(tokens: readonly Token[], from: number): number | undefined {
  for (let at = from; at < tokens.length && at < from + EVENT_WORDS; at += 1) {
    const word = tokens[at]?.word ?? ''
    if (STOPS.has(word) || PLACES.has(word)) return undefined
    if (HELD.has(word) && at > from) return at + 1
  }
  return undefined
}

/** A subject, a verb in the present, and what is left of the clause. */
function clauseEnd(tokens: readonly Token[], from: number): number | undefined {
  if (!SUBJECT_OPENERS.has(tokens[from]?.word ?? '') && !tokens[from]?.isCapitalised) return undefined
  let verb = from + 1
  while (verb < from + SUBJECT_WORDS && !HAPPENS.has(tokens[verb]?.word ?? '')) {
    if (verb >= tokens.length || STOPS.has(tokens[verb]?.word ?? '')) return undefined
    verb += 1
  }
  if (!HAPPENS.has(tokens[verb]?.word ?? '')) return undefined
  let end = verb + 1
  while (end < tokens.length && end < verb + CLAUSE_WORDS && !STOPS.has(tokens[end]?.word ?? '')) end += 1
  return end
}
