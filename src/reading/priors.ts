/** What the place of a sentence speaks for, before its words do: the passage and its shape. */
import type { Block, StatementKind } from '../model/index.ts'
import type { Analysis } from './analysis.ts'
import { type Evidence, evidenceFor, type Place } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { isListedMeasure } from './listed-measures.ts'
import { NUMBER, PUNCTUATION } from './tokens.ts'

// A verdict passage leans to verdicts, asks to asks; neither overrules a clear cue (weight 4).
const LEAN = 0.6
// Of 56 such sentences in charities' and news pages that carried no other cue, 41 judged and 5 told facts.
const SPOKEN = 2.6
// What gives figures or says what the speaker did is told, even by those who mostly judge.
const SPOKEN_FACT = 1.2
// What ends in a colon says little itself, unless a cue says otherwise: 24 of 40 labelled ones are other.
const OPENS_A_LIST = 2.2
const IMPERATIVE = 3.2
const FRAGMENT = 3
const DONE = 2.5
const PROMISED = 5
const GERUND = 2.4
const PLANNED = 3.4
const REPORTED_POINT = 4.5
const NAMED = 3.2
const LABELLED = 3.4
const MEASURE = 4.6
// Fewer words than this without a verb are a label, not a statement.
const SHORT = 9

const ASKING = new Set(
  'how what why when where who which is are was do does did can could should would will has have if'.split(
    ' ',
  ),
)
const VERBAL = new Set(
  (
    'is are was were be been has have had do does did am being will would can could should must may might shall need ' +
    'needs seems seem remains remain includes include'
  ).split(' '),
)

/** Adds the evidence from passage and shape. */
export function addPlaceEvidence(
  found: Evidence[],
  analysis: Analysis,
  place: Place,
  block: Block,
  lexicon: Lexicon,
): void {
  const add = (kind: StatementKind, weight: number, because: string): void => {
    found.push(evidenceFor(kind, weight, because))
  }
  if (place.speech === 'other' && place.voice === 'outsider')
    add('verdict', tellsFacts(analysis) ? SPOKEN_FACT : SPOKEN, 'a spoken comment')
  if (place.section === 'verdict') add('verdict', LEAN, 'passage: verdict')
  if (place.section === 'next-steps') add('ask', LEAN, 'passage: what should happen next')
  if (place.section === 'recommendation' && place.voice === 'reviewer')
    add('recommendation', LEAN, 'passage: recommendation')
  if (place.section === 'plans' && place.voice !== 'reviewer') add('commitment', LEAN, 'passage: plans')
  if (place.section === 'done') add('finding', DONE, 'passage: what has been done')
  const isItem = block.kind === 'list-item'
  if (place.section === 'plans' && place.voice === 'government' && isItem)
    add('commitment', PLANNED, 'passage: an item of a plan')
  if (place.section === 'promises' && (isItem || isLabelled(analysis)))
    add(
      analysis.sentence.tokens.words[analysis.sentence.opening] === 'no' ? 'finding' : 'commitment',
      PROMISED,
      'passage: promises',
    )
  const isMeasure = isListedMeasure(analysis, place, block, lexicon)
  if (isMeasure) add('commitment', MEASURE, 'a measure of a plan')
  if (place.section === 'contents') add('other', 4, 'passage: contents or navigation')
  if (block.kind === 'footnote') add('other', 1.2, 'a footnote')
  if (/^(?:https?|www)$/u.test(analysis.sentence.tokens.words[0] ?? '')) add('other', 4, 'an address')
  if (block.kind === 'navigation') add('other', 5, 'navigation')
  if (analysis.isQuestion && ASKING.has(analysis.sentence.tokens.words[analysis.sentence.opening] ?? ''))
    add('other', 1.7, 'a question')
  if (analysis.sentence.tokens.words.at(-1) === ':') add('other', OPENS_A_LIST, 'leads a list in')
  if (!isMeasure && isFragment(analysis, lexicon))
    add('other', isItem ? FRAGMENT / 2 : FRAGMENT, 'a label, without a verb')
  const named = namedKind(analysis, place, block) ?? unsaidRecommendation(analysis, place)
  if (named) add(named, NAMED, 'names what is to be done, without a verb')
  if (isLabelledRecommendation(analysis, block, place) && place.voice === 'reviewer')
    add('recommendation', LABELLED, 'printed as a recommendation')
  const gerund = isMeasure ? null : gerundKind(analysis, place)
  if (gerund) add(gerund, GERUND, 'opens with what is to be done')
  const imperative = imperativeKind(analysis, place, block, lexicon)
  if (imperative) add(imperative, IMPERATIVE, 'opens with an order')
}

/** "We opened nine": the speaker's own past, or figures. */
function tellsFacts({ sentence }: Analysis): boolean {
  const { words, flags } = sentence.tokens
  if (flags.some((flag, at) => (flag & NUMBER) !== 0 && at > 0)) return true
  const at = sentence.opening
  if (words[at] === 'no' || (words[at] === 'there' && words[at + 2] === 'no')) return true
  if (words[at] !== 'we' && words[at] !== 'i') return false
  const next = words[at + 1]?.endsWith('ly') || words[at + 1] === 'also' ? at + 2 : at + 1
  return words[next] === 'have' || (words[next]?.endsWith('ed') ?? false)
}

/** "What was promised: a bus each hour": a label stands before what is said. */
function isLabelled(analysis: Analysis): boolean {
  const at = analysis.sentence.tokens.words.indexOf(':')
  return at > 0 && at < LABEL_WORDS
}
const LABEL_WORDS = 7

/** A kind for what opens with a bare verb ("Publish an annual return"), by who says it. */
function imperativeKind(
  analysis: Analysis,
  place: Place,
  block: Block,
  lexicon: Lexicon,
): StatementKind | null {
  const { words } = analysis.sentence.tokens
  const first = words[analysis.sentence.opening] ?? ''
  const entry = lexicon.verbs.byForm.get(first)
  if (!entry || entry.lemma !== first || !entry.classes.has('act') || words.length < 4) return null
  // "Work is under way": what is followed by a verb of its own is no order.
  if (
    FINITE.has(words[analysis.sentence.opening + 1] ?? '') ||
    FINITE.has(words[analysis.sentence.opening + 2] ?? '')
  )
    return null
  const isListed = block.kind === 'list-item' || block.kind === 'table-row'
  if (place.voice === 'reviewer')
    return place.section === 'recommendation' || isListed ? 'recommendation' : null
  if (place.voice === 'government') return place.section === 'response' || isListed ? 'commitment' : null
  if (place.section === 'next-steps' || (place.isAsking && place.speech === null)) return 'ask'
  return null
}

const FINITE = new Set('is are was were has had will began continues continued remains'.split(' '))

/** "An end to the rule", "A helpline by 2027": a thing named where asks, plans or recommendations are listed. */
function namedKind(analysis: Analysis, place: Place, block: Block): StatementKind | null {
  const isListed = block.kind === 'list-item' || block.kind === 'table-row'
  const { length } = analysis.sentence.tokens.words
  if (!isListed || block.number !== undefined || length < LEAST_NAMED || length > MOST_NAMED) return null
  if (!isVerbless(analysis)) return null
  if (place.section === 'next-steps' && place.voice === 'outsider') return 'ask'
  if (place.section === 'recommendation' && place.voice === 'reviewer') return 'recommendation'
  return place.section === 'plans' && place.voice === 'government' ? 'commitment' : null
}
const LEAST_NAMED = 4
const MOST_NAMED = 40

/** "Retain the duty", "The Minister to direct the Board": under a review's recommendation, what is to be done. */
function unsaidRecommendation({ sentence }: Analysis, place: Place): StatementKind | null {
  if (place.voice !== 'reviewer' || place.section !== 'recommendation') return null
  const { words } = sentence.tokens
  if (words.length < LEAST_UNSAID) return null
  const actor = sentence.actors.get(sentence.opening)
  if (actor) return words[actor.end] === 'to' ? 'recommendation' : null
  const [first = '', second = ''] = words.slice(sentence.opening)
  // A word that stands before an article, and is none that may open a phrase there, is a verb that orders.
  const orders = /^\p{L}{3,}$/u.test(first) && !/(?:s|ed|ing|ly)$/u.test(first) && !OPENS_A_PHRASE.has(first)
  return orders && AFTER_ORDERS.has(second) ? 'recommendation' : null
}
const LEAST_UNSAID = 6
const AFTER_ORDERS = new Set('the a an all any each every its their and'.split(' '))
const OPENS_A_PHRASE = new Set(
  (
    'the this that these those all any each both some many most few such other another what which who how why when where ' +
    'while whilst although though because since unless until before after above below under over with within without ' +
    'alongside among against across along around behind beside between beyond despite during except for from into like near ' +
    'off onto out past per than through throughout till toward upon via and but nor not yet once only even just half ' +
    'here there now then today too also never often about given part much more less whether you they she her his our your ' +
    'was were are had did does can will may should would could must might have has'
  ).split(' '),
)

/** No word that carries a sentence before the first clause that hangs on a noun. */
export function isVerbless({ sentence, isQuestion }: Analysis): boolean {
  const { words } = sentence.tokens
  if (isQuestion || SUBJECT_PRONOUNS.has(words[sentence.opening] ?? '')) return false
  for (let at = sentence.opening; at < words.length; at++) {
    const word = words[at] ?? ''
    if (HANGING.has(word)) return true
    if (VERBAL.has(word)) return false
  }
  return true
}
const HANGING = new Set(['that', 'which', 'who', 'whom', 'whose', 'where', 'so', 'to'])
const SUBJECT_PRONOUNS = new Set('we i it they this these those he she you there'.split(' '))

const NUMBER_WORDS = new Set('one two three four five six seven eight nine ten eleven twelve'.split(' '))

/** "Recommendation 3: The completion of …", or "That the lock be opened": the form of a recommendation, whatever its words. */
function isLabelledRecommendation({ sentence }: Analysis, block: Block, { section }: Place): boolean {
  const { words, flags } = sentence.tokens
  const isNumbered = ((flags[1] ?? 0) & NUMBER) !== 0 || NUMBER_WORDS.has(words[1] ?? '')
  if (words[0] === 'recommendation' && isNumbered && words.length > LEAST_NAMED) return true
  const isListed =
    block.kind === 'list-item' ||
    block.number !== undefined ||
    section === 'recommendation' ||
    sentence.opening > 0
  return words[sentence.opening] === 'that' && (isListed || (words.includes('be') && !words.includes('is')))
}

const NOUNS_IN_ING = new Set(
  'funding training housing spending planning building meeting hearing nothing something anything everything during following according including regarding morning evening spring being'.split(
    ' ',
  ),
)

/** "Promoting a better understanding of …" without a verb of its own: what is asked for or planned, by who says it. */
function gerundKind(analysis: Analysis, place: Place): StatementKind | null {
  const { words } = analysis.sentence.tokens
  const first = words[analysis.sentence.opening] ?? ''
  if (!first.endsWith('ing') || NOUNS_IN_ING.has(first) || words.length < 6) return null
  if (words.some((word) => VERBAL.has(word) && word !== 'being')) return null
  if (place.voice === 'reviewer') return 'recommendation'
  // Elsewhere on an outsider's page it is as often a measure that is told of, or nothing: only 2 of 84 asked.
  if (place.voice === 'outsider') return place.section === 'next-steps' ? 'ask' : null
  return place.section === 'plans' || place.section === 'response' ? 'commitment' : null
}

export function isFragment(analysis: Analysis, lexicon: Lexicon): boolean {
  const { words, flags } = analysis.sentence.tokens
  let count = 0
  for (const flag of flags) if ((flag & PUNCTUATION) === 0) count++
  if (count > SHORT) return false
  if (count > 2 && SUBJECT_PRONOUNS.has(words[analysis.sentence.opening] ?? '')) return false
  if (/[.!]/u.test(words.at(-1) ?? '') && count > 4) return false
  return !words.some((word, at) => {
    if (word === 'may' && ((flags[at + 1] ?? 0) & NUMBER) !== 0) return false
    if (VERBAL.has(word)) return true
    const verb = lexicon.verbs.byForm.get(word)
    return verb !== undefined && verb.lemma !== word && !word.endsWith('ing') && at > 0
  })
}

/** The point of a report that an explainer's numbered section opens with: "Schools should keep a record." */
export function reportedPoint(analysis: Analysis): Evidence | null {
  const isDuty = analysis.frames.some(
    (frame) => frame.modal === 'should' && frame.role === 'main' && !frame.isPerfect,
  )
  return isDuty
    ? evidenceFor('recommendation', REPORTED_POINT, 'opens a numbered point of a page about a report')
    : null
}
