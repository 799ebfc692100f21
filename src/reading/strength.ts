/** How strongly a commitment binds: the committed verb decides, then what it is done to. */
import type { Strength } from '../model/index.ts'
import type { Analysis } from './analysis.ts'
import type { Evidence } from './evidence.ts'
import type { Frame } from './frames.ts'
import type { Lexicon } from './lexicon.ts'
import { PUNCTUATION } from './tokens.ts'

const LAW = new Set(
  'legislation legislate bill regulations law laws statute statutory act primary secondary'.split(' '),
)
const LAW_VERBS = new Set(
  'bring introduce lay make take put progress table pass seek amend change use place propose'.split(' '),
)
const PILOT = new Set(
  'pilot pilots piloting piloted trial trials trialling trialled test testing tested pathfinder pathfinders prototype prototypes demonstrator testbed'.split(
    ' ',
  ),
)
const CONSULT = new Set('consultation consultations consult views comment comments evidence'.split(' '))
const EXPLORE = new Set('feasibility scoping options study opportunities'.split(' '))
const GROWS = new Set([
  'increase',
  'extend',
  'expand',
  'double',
  'boost',
  'continue',
  'raise',
  'maintain',
  'provide',
  'make',
  'put',
  'commit',
])
const MONEY = new Set(
  'investment funding funds budget spending resources grant grants £ million billion'.split(' '),
)
// Done to a law, these make one; what stands further on is only named.
const RENEWS = new Set(['modernise', 'reform', 'update', 'strengthen', 'rewrite', 'overhaul', 'tighten'])
const LAW_WITHIN = 4
const PREPARES = new Set(['develop', 'prepare', 'draw', 'identify'])
const THOUGHT = new Set(['thought', 'consideration', 'attention'])
// Verbs that say nothing themselves and take their strength from what they bring about.
const LIGHT = new Set(
  (
    'bring introduce lay publish launch issue make set use take put progress table pass seek amend change hold run propose ' +
    'start begin open go undertake conduct carry commission establish deliver place have give issue invite'
  ).split(' '),
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
// "keep under review", "look again at whether": thought, not action.
const THINKING =
  /\bke(?:ep|eps|eping|pt) (?:[\w’'-]+ ){0,6}under (?:[\w-]+ )?review\b|\blook(?:s|ing)? (?:again |further |carefully |closely )?(?:at|into) (?:whether|how|what|the case|the possib|possib|the scope|options|opportunit|ways)|\bfocus(?:es|ing)? on (?:the |other |more )?(?:issues|questions|areas) (?:which|that|not|where)\b|\btake (?:[\w’'-]+ ){0,6}into account\b/iu
const THROUGH_LAW =
  /\b(?:through|in|with|via|under) (?:the|a|an|new|primary|secondary|forthcoming) (?:[\w’'-]+ ){0,5}Bill\b|\bthrough (?:the|a|an|new|primary|secondary|forthcoming) (?:[\w’'-]+ ){0,5}(?:legislation|regulations)\b|\b(?:with|via) (?:new |primary |secondary )+legislation\b/iu
const BY_CONSULTING =
  /\b(?:informed|shaped|guided) by (?:a|an|the|our|formal|public) (?:[\w’'-]+ ){0,3}consultation\b/iu
// A sum or new money for a named fund, beside a verb that does not hand it over: "modernising it with a £2m programme".
const WITH_MONEY =
  /\bwith (?:a |an )?(?:(?:new|more|extra|additional|substantial|further|capital|significant|[£€$][\d.,]+ ?(?:[mb]n?|million|billion)?) ){1,4}(?:funding|investment|package|programme|fund)\b/iu
const THROUGH_PILOT =
  /\b(?:through|by|with|using|via|in|under|part of) (?:a|an|the|new|small|two|three|four|five|several) (?:[\w’'-]+ ){0,3}(?:pilots?|trials?|pathfinders?)\b/iu
const FUNDING_GROWS =
  /\b(?:funding|budget|grant|investment|spend|spending)s?\b[^.;]{0,60}\b(?:will|to) (?:[\w’'-]+ ){0,2}(?:increase|rise|grow|double|be (?:increased|doubled|raised|extended|maintained|protected))\b/iu
// Money set aside for something is money, whatever verb hands it over.
const SUM = /[£€$]\s?\d/u
const HANDS_OVER = new Set(
  'make earmark allocate release set provide promise commit back give offer share put increase receive announce carry include run bring'.split(
    ' ',
  ),
)
const SEEKS_VIEWS = new Set(
  'seek gather invite collect welcome hear ask listen canvass capture take'.split(' '),
)
const VIEWS = new Set(
  'views view comments comment evidence opinions feedback responses submissions consultation'.split(' '),
)
const BANS = new Set(
  'ban bans banning banned prohibit outlaw abolish scrap scrapping abolishing outlawing legislate legislating'.split(
    ' ',
  ),
)
const IN_FORCE =
  /\b(?:come|comes|came|coming|brought|bring) into (?:force|effect)\b|\b(?:is|are) now (?:law|in force)\b/iu
// "We will consult, with a view to the rule coming into force": what is done is something else.
const FORCE_AS_AIM =
  /\b(?:with a view to|to see|so that|in time for|before|until|once|when|after) (?:[\w’'-]+ ){0,6}(?:come|comes|came|coming|brought) into (?:force|effect)\b/iu
// What the law forbids or requires from a date on.
const LAW_FROM =
  /\b(?:will|to) (?:\w+ )?(?:be|become) (?:\w+ )?(?:banned|abolished|outlawed|prohibited|against the law|illegal|unlawful|compulsory|mandatory|an? (?:criminal )?offence)\b/iu
const FROM_DATE =
  /\bfrom (?:the same date|then|\d|(?:early |late )?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter))/iu
// Every match of a pattern above holds one of these. Most promises hold none, and compiling the patterns, whose letters
// match in every alphabet's cases, costs a start three times what these do.
const MAY_BE_IN_FORCE = /force|effect|law/i
const MAY_BE_FROM = /from/i
const MAY_THINK = /review|loo|account|focus/i
const MAY_BE_THROUGH = /Bill|legislation|regulations/i
const MAY_CONSULT = /consultation/i
const MAY_BE_PILOT = /pilot|trial|pathfinder/i
const MAY_BE_FUNDED = /fund|budget|grant|inve|package|programme|spend/i
// How far after the verb its object is looked for.
const REACH = 9

/** The strength of a statement already known to be a commitment, from the evidence that made it one. */
export function strengthOf(
  analysis: Analysis,
  support: readonly Evidence[],
  text: string,
  lexicon: Lexicon,
): Strength {
  if (isInForce(text)) return 'in-force'
  const found = strengthOfSupport(analysis, support, lexicon)
  if (found !== 'commit') return found
  if (MAY_THINK.test(text) && THINKING.test(text)) return 'explore'
  if (MAY_BE_THROUGH.test(text) && THROUGH_LAW.test(text)) return 'legislate'
  if (MAY_BE_PILOT.test(text) && THROUGH_PILOT.test(text)) return 'pilot'
  if (MAY_CONSULT.test(text) && BY_CONSULTING.test(text)) return 'consult'
  if (MAY_BE_FUNDED.test(text) && (FUNDING_GROWS.test(text) || WITH_MONEY.test(text))) return 'fund'
  return SUM.test(text) && handsOver(analysis, lexicon) ? 'fund' : 'commit'
}

function isInForce(text: string): boolean {
  if (MAY_BE_IN_FORCE.test(text) && IN_FORCE.test(text) && !FORCE_AS_AIM.test(text)) return true
  return MAY_BE_FROM.test(text) && LAW_FROM.test(text) && FROM_DATE.test(text)
}

/** A verb of giving, setting aside or promising stands in the sentence that names a sum. */
function handsOver(analysis: Analysis, lexicon: Lexicon): boolean {
  return analysis.sentence.tokens.words.some((word) =>
    HANDS_OVER.has(lexicon.verbs.byForm.get(word)?.lemma ?? word),
  )
}

function strengthOfSupport(analysis: Analysis, support: readonly Evidence[], lexicon: Lexicon): Strength {
  const [first] = support
  const after = first && first.end > 0 ? strengthAfterCue(analysis, first.end, lexicon) : 'commit'
  if (after !== 'commit') return after
  const framed =
    first?.frame ?? (first?.strength ? null : (support.find((item) => item.frame)?.frame ?? null))
  if (framed) return strengthOfFrame(analysis, framed, lexicon)
  const named = support.find((item) => item.strength)?.strength ?? null
  if (named && named !== 'commit') return named
  const would = analysis.frames.find((frame) => frame.modal === 'would' || frame.modal === 'will')
  if (would) return strengthOfFrame(analysis, would, lexicon)
  const { opening } = analysis.sentence
  const opener = strengthOfVerb(analysis, opening, lexicon)
  if (opener !== 'commit') return opener
  const { words } = analysis.sentence.tokens
  const verb = infinitiveAfterTo(words, lexicon)
  const told = verb >= 0 ? strengthOfVerb(analysis, verb, lexicon) : 'commit'
  if (told !== 'commit') return told
  const doing = doingAfterBe(words)
  const done = doing >= 0 ? strengthOfVerb(analysis, doing, lexicon) : 'commit'
  if (done !== 'commit') return done
  return strengthOfSubject(analysis, 0, SUBJECT_REACH) ?? named ?? 'commit'
}

// The words that open a line without a verb name what is promised: "A consultation on …".
const SUBJECT_REACH = 6

function strengthOfFrame(analysis: Analysis, frame: Frame, lexicon: Lexicon): Strength {
  const own = strengthOfVerb(analysis, frame.verbAt, lexicon)
  if (frame.chain.includes('look')) return own === 'consult' || own === 'pilot' ? own : 'explore'
  if (frame.isPassive && ASKED_FOR.test(wordsAfter(analysis, frame.verbAt))) return 'consult'
  if (frame.isPassive && own === 'acknowledge') return 'commit'
  if (own !== 'commit' || !THINGS.has(frame.subject.class)) return own
  // "£5m will be targeted at": a sum that stands as the subject is given.
  if (SUM.test(analysis.sentence.tokens.words[frame.subject.start] ?? '')) return 'fund'
  if (frame.isPassive && LAW_VERBS.has(frame.verb.lemma) && isLaw(analysis, frame)) return 'legislate'
  if (frame.isPassive && frame.verb.lemma === 'give' && THOUGHT.has(frame.subject.head)) return 'explore'
  // "The Bill will end …": what a law will do is done by making it.
  if (!frame.isPassive && MAKES_LAW.has(frame.subject.head)) return 'legislate'
  return strengthOfSubject(analysis, frame.subject.start, frame.subject.end) ?? own
}
const THINGS = new Set(['thing', 'own', 'named'])

/** "A Bill to give effect to this will be introduced", "secondary legislation will be laid". */
function isLaw(analysis: Analysis, frame: Frame): boolean {
  const words = analysis.sentence.tokens.words.slice(Math.max(0, frame.subject.start - 4), frame.at)
  return words.some((word) => LAW_MADE.has(word))
}
const MAKES_LAW = new Set(['bill', 'legislation', 'regulations', 'law', 'act'])
const LAW_MADE = new Set(
  'bill bills legislation regulations law act order orders amendments amendment'.split(' '),
)
// "will be asked for their views": the asking is a consultation, not an appeal.
const ASKED_FOR = /\b(?:views?|opinions?|comments?|experiences?|feedback)\b/u

function wordsAfter(analysis: Analysis, at: number): string {
  return analysis.sentence.tokens.words.slice(at + 1, at + REACH).join(' ')
}

/** "A trial of … will begin", "A consultation is promised": the thing itself tells. */
function strengthOfSubject(analysis: Analysis, start: number, end: number): Strength | null {
  const words = analysis.sentence.tokens.words.slice(start, Math.min(end, start + SUBJECT_REACH))
  if (words.some((word) => PILOT.has(word))) return 'pilot'
  if (words.some((word) => word.startsWith('consult'))) return 'consult'
  if (words.includes('evidence')) return words.includes('call') ? 'consult' : 'explore'
  return null
}

/** The verb that a cue leads up to ("has said it will | seek views") or ends with ("officials are looking"). */
function strengthAfterCue(analysis: Analysis, end: number, lexicon: Lexicon): Strength {
  const { words } = analysis.sentence.tokens
  if ((words[end - 1] ?? '').endsWith('ing')) return strengthOfVerb(analysis, end - 1, lexicon)
  let at = end
  while (PASSED.has(words[at] ?? '') || (words[at] ?? '').endsWith('ly')) at++
  return strengthOfVerb(analysis, at, lexicon)
}
const PASSED = new Set('be also not only then now further to again'.split(' '))

/** The verb of "are examining", "proposes banning"; -1 where none is. */
function doingAfterBe(words: readonly string[]): number {
  for (let at = 0; at + 1 < words.length; at++) {
    if (!BEFORE_DOING.has(words[at] ?? '')) continue
    const next = (words[at + 1] ?? '').endsWith('ly') || words[at + 1] === 'also' ? at + 2 : at + 1
    if ((words[next] ?? '').endsWith('ing')) return next
  }
  return -1
}
const BEFORE_DOING = new Set('is are am proposes proposed propose considering to'.split(' '))

/** The verb of "committed to X", "intends to X": the first after "to" that the lexicon knows. */
function infinitiveAfterTo(words: readonly string[], lexicon: Lexicon): number {
  for (let at = 0; at + 1 < words.length; at++) {
    if (words[at] !== 'to') continue
    const from = words[at + 1] === 'be' ? at + 2 : at + 1
    const next = words[from] ?? ''
    if (lexicon.verbs.byForm.has(next) || LIGHT.has(next)) return from
  }
  return -1
}

function strengthOfVerb(analysis: Analysis, at: number, lexicon: Lexicon): Strength {
  const { words, flags } = analysis.sentence.tokens
  const verb = lexicon.verbs.byForm.get((words[at] ?? '').replace(/^re-/u, ''))
  const lemma = verb?.lemma ?? words[at] ?? ''
  const object: string[] = []
  for (let next = at + 1; next < words.length && next - at <= REACH; next++) {
    if ((flags[next] ?? 0) & PUNCTUATION && words[next] !== '“' && words[next] !== '‘') break
    object.push(words[next] ?? '')
  }
  const says = (set: ReadonlySet<string>): boolean => object.some((word) => set.has(word))
  if (BANS.has(words[at] ?? '')) return 'legislate'
  if (SEEKS_VIEWS.has(lemma) && says(VIEWS)) return 'consult'
  const found = FROM_VERB.find(([name]) => verb?.classes.has(name))?.[1]
  if (found === 'fund' && says(PILOT)) return 'pilot'
  if (found) return found
  if (GROWS.has(lemma) && says(MONEY)) return 'fund'
  if (RENEWS.has(lemma) && object.slice(0, LAW_WITHIN).some((word) => LAW.has(word))) return 'legislate'
  if (lemma === 'give' && says(THOUGHT)) return 'explore'
  if (PREPARES.has(lemma) && says(EXPLORE)) return 'explore'
  if (LIGHT.has(lemma)) return strengthOfObject(lemma, object, says)
  if (lemma === 'work' || lemma === 'continue') return continued(object, lexicon)
  return 'commit'
}

function strengthOfObject(
  lemma: string,
  object: readonly string[],
  says: (set: ReadonlySet<string>) => boolean,
): Strength {
  if (says(CONSULT)) return 'consult'
  if (LAW_VERBS.has(lemma) && says(LAW) && !object.join(' ').includes('statutory guidance'))
    return 'legislate'
  if (says(PILOT)) return 'pilot'
  return says(EXPLORE) ? 'explore' : 'commit'
}

/** "will work with X to explore Y" explores; "will continue to publish" commits. */
function continued(object: readonly string[], lexicon: Lexicon): Strength {
  const to = object.lastIndexOf('to')
  const verb = lexicon.verbs.byForm.get(object[to + 1] ?? '')
  return to >= 0 && verb?.classes.has('explore') ? 'explore' : 'commit'
}
