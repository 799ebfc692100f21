/** Rules over frames, as the lexicon lists them: conditions, and the kind they speak for. */
import { STATEMENT_KINDS, type StatementKind } from '../model/index.ts'
import { type Frame, type FrameRole, MODALS, type Modal } from './frames.ts'
import { array, oneOf, optionalStrings, record, text } from './shapes.ts'
import { SUBJECTS, type SubjectClass } from './subjects.ts'
import { SECTION_ROLES, type SectionRole, VOICES, type Voice } from './voices.ts'

export interface FrameRule {
  readonly id: string
  readonly kind: StatementKind
  readonly weight: number
  readonly modals: ReadonlySet<Modal>
  /** Null where it holds in every voice. */
  readonly voices: ReadonlySet<Voice> | null
  readonly example: string
  readonly counter: string
  /** True where the frame, in this voice and passage, is one that the rule means. */
  readonly holds: (frame: Frame, voice: Voice, section: SectionRole) => boolean
}

type Test = (frame: Frame, voice: Voice, section: SectionRole) => boolean

const ROLES: readonly FrameRole[] = ['main', 'relative', 'condition']

/** Reads the rules; throws a plain Error on a condition that does not exist. */
export function parseFrameRules(data: unknown): FrameRule[] {
  return array(record(data, 'cues-frames.yaml').frames, 'frames').map((value) =>
    parseRule(record(value, 'a frame')),
  )
}

function parseRule(rule: Readonly<Record<string, unknown>>): FrameRule {
  const id = text(rule.id, 'id')
  const modals = new Set((optionalStrings(rule.modal, id) ?? MODALS).map((modal) => oneOf(MODALS, modal, id)))
  const voices = optionalStrings(rule.voices, id)?.map((voice) => oneOf(VOICES, voice, id))
  const tests = [...setTests(rule, id), ...flagTests(rule), ...verbTests(rule, id)]
  return {
    id,
    kind: oneOf(STATEMENT_KINDS, rule.kind, id),
    weight: typeof rule.weight === 'number' ? rule.weight : 1,
    modals,
    voices: voices ? new Set(voices) : null,
    example: text(rule.example, id),
    counter: text(rule.counter, id),
    holds: (frame, voice, section) =>
      modals.has(frame.modal) && tests.every((test) => test(frame, voice, section)),
  }
}

function setTests(rule: Readonly<Record<string, unknown>>, id: string): Test[] {
  const tests: Test[] = []
  const roles = optionalStrings(rule.role, id) ?? ['main']
  if (!roles.includes('any')) {
    const wanted = new Set<FrameRole>(roles.map((role) => oneOf(ROLES, role, id)))
    tests.push((frame) => wanted.has(frame.role))
  }
  const subjects = optionalStrings(rule.subject, id)
  if (subjects) {
    const wanted = new Set<SubjectClass>(subjects.map((subject) => oneOf(SUBJECTS, subject, id)))
    tests.push((frame) => wanted.has(frame.subject.class))
  }
  const voices = optionalStrings(rule.voices, id)
  if (voices) {
    const wanted = new Set<Voice>(voices.map((voice) => oneOf(VOICES, voice, id)))
    tests.push((_frame, voice) => wanted.has(voice))
  }
  const sections = optionalStrings(rule.sections, id)
  if (sections) {
    const wanted = new Set<SectionRole>(sections.map((section) => oneOf(SECTION_ROLES, section, id)))
    tests.push((_frame, _voice, section) => wanted.has(section))
  }
  return tests
}

function flagTests(rule: Readonly<Record<string, unknown>>): Test[] {
  const tests: Test[] = []
  const isWanted = (value: unknown): value is boolean => typeof value === 'boolean'
  const { passive, negated, state, perfect } = rule
  if (isWanted(passive)) tests.push((frame) => frame.isPassive === passive)
  if (isWanted(negated)) tests.push((frame) => frame.isNegated === negated)
  if (isWanted(state)) tests.push((frame) => frame.isState === state)
  if (isWanted(perfect)) tests.push((frame) => frame.isPerfect === perfect)
  if (rule['not-perfect'] === true) tests.push((frame) => !frame.isPerfect)
  return tests
}

function verbTests(rule: Readonly<Record<string, unknown>>, id: string): Test[] {
  const tests: Test[] = []
  const verb = optionalStrings(rule.verb, id)
  const notVerb = optionalStrings(rule['not-verb'], id)
  const lemma = optionalStrings(rule.lemma, id)
  const notLemma = optionalStrings(rule['not-lemma'], id)
  const chain = optionalStrings(rule.chain, id)
  const heads = optionalStrings(rule.head, id)
  if (verb) tests.push((frame) => verb.some((name) => frame.verb.classes.has(name)))
  if (notVerb) tests.push((frame) => !notVerb.some((name) => frame.verb.classes.has(name)))
  if (lemma) tests.push((frame) => lemma.includes(frame.verb.lemma))
  if (notLemma) tests.push((frame) => !notLemma.includes(frame.verb.lemma))
  if (chain) tests.push((frame) => chain.some((word) => frame.chain.includes(word)))
  if (heads) tests.push((frame) => heads.includes(frame.subject.head))
  return tests
}
