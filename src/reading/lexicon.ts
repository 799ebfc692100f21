/** The cue lexicon as typed data: read from the YAML content, checked, and compiled to patterns once. */

import cueData from '../../lexicon/cues.yaml'
import actorData from '../../lexicon/cues-actors.yaml'
import frameData from '../../lexicon/cues-frames.yaml'
import headingData from '../../lexicon/cues-headings.yaml'
import verbData from '../../lexicon/cues-verbs.yaml'
import {
  DECISIONS,
  type Decision,
  STATEMENT_KINDS,
  STRENGTHS,
  type StatementKind,
  type Strength,
} from '../model/index.ts'
import { type ActorNames, indexActorNames } from './actors.ts'
import type { BuiltLexicon } from './built-lexicon.ts'
import { type FrameRule, parseFrameRules } from './frame-rules.ts'
import { MODALS, type Modal } from './frames.ts'
import { indexPatterns, type PatternIndex } from './pattern-index.ts'
import { createPatternParser, type Pattern, type WordClasses } from './patterns.ts'
import { array, entries, oneOf, optionalStrings, record, text, words } from './shapes.ts'
import { buildVerbTable, type VerbTable } from './verbs.ts'
import { SECTION_ROLES, type SectionRole, VOICES, type Voice } from './voices.ts'

const CUE_SPEAKERS = ['match', 'self'] as const

export interface Cue {
  readonly id: string
  readonly kind: StatementKind
  readonly weight: number
  readonly patterns: readonly Pattern[]
  /** Null where every voice, or every passage, will do. */
  readonly voices: ReadonlySet<Voice> | null
  readonly sections: ReadonlySet<SectionRole> | null
  /** Who speaks by it: the body that opens the match, or the writer; null where the cue does not tell. */
  readonly speaker: (typeof CUE_SPEAKERS)[number] | null
  readonly strength: Strength | null
  readonly decision: Decision | null
  readonly example: string
  readonly counter: string
}

export interface HeadingRule {
  readonly role: SectionRole
  readonly patterns: readonly Pattern[]
  readonly except: ReadonlySet<Voice>
}

export interface Lexicon {
  readonly cues: readonly Cue[]
  readonly frames: readonly FrameRule[]
  /** Those that can hold for a modal in a voice, in the order of `frames`. */
  readonly framesFor: (modal: Modal, voice: Voice) => readonly FrameRule[]
  readonly headings: readonly HeadingRule[]
  readonly verbs: VerbTable
  readonly actors: ActorNames
  /** Full names of bodies by their short ones, lower-case. */
  readonly names: ReadonlyMap<string, string>
  /** Short names as they are printed, by the full ones. */
  readonly shortNames: ReadonlyMap<string, string>
  /** Reads a pattern over the lexicon's word classes. */
  readonly parsePattern: (source: string) => Pattern
  readonly cueIndex: PatternIndex<Cue>
  readonly headingIndex: PatternIndex<HeadingRule>
}

function parseClasses(): { classes: WordClasses; verbs: VerbTable } {
  const verbRoot = record(verbData, 'cues-verbs.yaml')
  const irregular = Object.fromEntries(
    entries(verbRoot.irregular, 'irregular').map(([base, forms]) => {
      const [third, past, participle, ing] = array(forms, base).map((form) => text(form, base))
      return [base, [third ?? base, past ?? base, participle ?? base, ing ?? base]] as const
    }),
  )
  const bases = Object.fromEntries(
    entries(verbRoot.verbs, 'verbs').map(([name, list]) => [name, words(list, name)]),
  )
  const verbs = buildVerbTable(bases, irregular, words(verbRoot.participles, 'participles'))
  const classes = new Map<string, readonly (readonly string[])[]>(verbs.classes)
  classes.set('done', participlesOf(verbs))
  const own = [
    ...entries(record(cueData, 'cues.yaml').classes, 'classes'),
    ...entries(actorData, 'actors').filter(([name]) => name !== 'full-names'),
  ]
  for (const [name, value] of own) {
    const phrases =
      typeof value === 'string' ? words(value, name) : array(value, name).map((p) => text(p, name))
    classes.set(
      name,
      phrases.map((phrase) => phrase.replaceAll("'s", " 's").split(' ')),
    )
  }
  return { classes, verbs }
}

/** Past participles of every verb the lexicon knows: what can follow "to be". */
function participlesOf(verbs: VerbTable): string[][] {
  const all = [...verbs.byForm.keys()].filter((form) => form.endsWith('ed') || verbs.participles.has(form))
  return all.map((form) => [form])
}

function parseCue(value: unknown, parse: (source: string) => Pattern): Cue {
  const cue = record(value, 'a cue')
  const id = text(cue.id, 'id')
  const voices = optionalStrings(cue.voices, id)?.map((voice) => oneOf(VOICES, voice, id))
  const sections = optionalStrings(cue.sections, id)?.map((section) => oneOf(SECTION_ROLES, section, id))
  return {
    id,
    kind: oneOf(STATEMENT_KINDS, cue.kind, id),
    weight: typeof cue.weight === 'number' ? cue.weight : 1,
    patterns: array(cue.pattern, id).map((source) => parse(text(source, id))),
    voices: voices ? new Set(voices) : null,
    sections: sections ? new Set(sections) : null,
    speaker: cue.speaker === undefined ? null : oneOf(CUE_SPEAKERS, cue.speaker, id),
    strength: cue.strength === undefined ? null : oneOf(STRENGTHS, cue.strength, id),
    decision: cue.decision === undefined ? null : oneOf(DECISIONS, cue.decision, id),
    example: text(cue.example, id),
    counter: text(cue.counter, id),
  }
}

function parseHeadings(parse: (source: string) => Pattern): HeadingRule[] {
  return array(record(headingData, 'cues-headings.yaml').headings, 'headings').map((value) => {
    const rule = record(value, 'a heading rule')
    const role = oneOf(SECTION_ROLES, rule.role, 'role')
    return {
      role,
      patterns: array(rule.pattern, role).map((source) => parse(text(source, role))),
      except: new Set(optionalStrings(rule.except, role)?.map((voice) => oneOf(VOICES, voice, role)) ?? []),
    }
  })
}

// "DfE", "HMRC": two capitals or more.
const IS_SHORT = /^\p{Lu}\p{L}*\p{Lu}$/u

/** Compiles the lexicon, with what the build worked out of it where there is such. Call it once a run and pass the result on. */
export function compileLexicon(built: Pick<BuiltLexicon, 'cues' | 'headings'> | null = null): Lexicon {
  const { classes, verbs } = parseClasses()
  const parse = createPatternParser(classes)
  const cues = array(record(cueData, 'cues.yaml').cues, 'cues').map((cue) => parseCue(cue, parse))
  const headings = parseHeadings(parse)
  const frames = parseFrameRules(frameData)
  const fullNames = entries(record(actorData, 'cues-actors.yaml')['full-names'], 'full-names').map(
    ([short, full]) => [short, text(full, short)] as const,
  )
  const framesFor = new Map(
    MODALS.map((modal) => {
      const own = frames.filter((rule) => rule.modals.has(modal))
      return [
        modal,
        new Map(VOICES.map((voice) => [voice, own.filter((rule) => rule.voices?.has(voice) ?? true)])),
      ]
    }),
  )
  return {
    cues,
    frames,
    framesFor: (modal, voice) => framesFor.get(modal)?.get(voice) ?? [],
    headings,
    verbs,
    parsePattern: parse,
    actors: indexActorNames(classes),
    names: new Map(fullNames.map(([short, full]) => [short.toLowerCase(), full])),
    shortNames: new Map(
      fullNames.filter(([short]) => IS_SHORT.test(short)).map(([short, full]) => [full, short]),
    ),
    cueIndex: indexPatterns(entriesOf(cues), built?.cues),
    headingIndex: indexPatterns(entriesOf(headings), built?.headings),
  }
}

function entriesOf<T extends { readonly patterns: readonly Pattern[] }>(
  values: readonly T[],
): { value: T; pattern: Pattern }[] {
  return values.flatMap((value) => value.patterns.map((pattern) => ({ value, pattern })))
}
