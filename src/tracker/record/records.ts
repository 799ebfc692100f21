/**
 * The records of a tracker. docs/model.md tells each with its invariants. `on` is when it was so; when we recorded it
 * is on the event that carries the record.
 */
import { z } from 'zod'
import { DELIVERIES, DELIVERY_KINDS, REPLIES, STRENGTHS } from '../../model/index.ts'
import { cites, confidence, fuzzyDate, money, plainDate, prose, slug } from './parts.ts'

const sourceId = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)

/** Earlier ids of what has a page of its own: their addresses lead on. Not there on what was never renamed. */
const formerIds = z.array(slug).optional()

/** A document as the tracker's sources name it; the bytes of a held copy are captures of it. */
export const source = z.strictObject({
  id: sourceId,
  formerIds: z.array(sourceId).optional(),
  title: z.string().min(3),
  publisher: z.string().min(2),
  address: z.url({ protocol: /^https?$/ }),
  /** Null where the document carries no date; `published_note` then says what is known. */
  published: fuzzyDate.nullable(),
  publishedNote: z.string().optional(),
  kind: z.string().min(3),
  /** Whether the whole document was read or an excerpt. */
  seen: z.enum(['whole', 'excerpt']),
})

export const organisation = z.strictObject({
  id: slug,
  formerIds,
  name: z.string().min(2),
  shortName: z.string().optional(),
  kind: z.enum([
    'government',
    'department',
    'regulator',
    'parliament',
    'review',
    'court',
    'council',
    'charity',
    'sector-body',
    'research',
    'company',
    'office',
  ]),
  what: prose,
  /** Organisations whose promises it may make or refuse. */
  decidesFor: z.array(slug).default([]),
  cites,
})

export const government = z.strictObject({
  id: slug,
  name: z.string(),
  from: plainDate,
  to: plainDate.nullable(),
  cites,
})

export const topic = z.strictObject({
  id: slug,
  title: z.string().min(3),
  /** Earlier ids, which redirect here. */
  formerIds: z.array(slug).default([]),
  order: z.number().int().positive(),
  /** One sentence that says what this is about. */
  summary: prose,
  /** Why it matters to the people it is for. */
  whyItMatters: prose,
  cites,
})

export const recommendation = z.strictObject({
  id: slug,
  formerIds,
  topics: z.array(slug),
  by: slug,
  on: fuzzyDate,
  /** The part or chapter of the report. */
  part: z.string().optional(),
  number: z.string().optional(),
  text: prose,
  covers: prose.optional(),
  leavesOut: prose.optional(),
  cites,
})

export const ask = z.strictObject({
  id: slug,
  topics: z.array(slug).min(1),
  by: slug,
  /** Who is to act. */
  owner: slug,
  on: fuzzyDate,
  act: prose,
  dueBy: fuzzyDate.nullable(),
  /** How we will know that it is met. */
  test: prose,
  state: z.enum(['open', 'met', 'partly-met', 'overtaken', 'withdrawn', 'not-looked-at']),
  stateOn: fuzzyDate.optional(),
  stateReason: prose.optional(),
  cites,
})

export const decision = z.strictObject({
  id: slug,
  /** Recommendations or asks it answers. */
  answers: z.array(slug).min(1),
  by: slug,
  on: fuzzyDate,
  reply: z.enum(REPLIES),
  text: prose,
  cites,
})

/** One statement of a promise. Versions are never changed: what was said on that day stays said. */
export const commitmentVersion = z.strictObject({
  on: fuzzyDate,
  government: slug,
  strength: z.enum(STRENGTHS),
  text: prose,
  money: money.optional(),
  /** How many places, and which where they are named. */
  places: z
    .strictObject({ most: z.number().int().positive(), named: z.array(z.string()).default([]) })
    .optional(),
  reach: z.strictObject({ number: z.number().positive(), of: z.string() }).optional(),
  starts: fuzzyDate.optional(),
  dueBy: fuzzyDate.optional(),
  /** Words that name no time ("in due course"), where there is no `dueBy`. */
  dueWords: z.string().optional(),
  /** Who qualifies: groups of the tracker, so that narrowing can be computed, and the words for people. */
  qualifies: z.strictObject({ groups: z.array(slug).min(1), text: prose }).optional(),
  leavesOut: prose.optional(),
  cites,
})

export const commitment = z.strictObject({
  id: slug,
  formerIds,
  title: z.string().min(3),
  topics: z.array(slug).min(1),
  by: slug,
  answers: z.array(slug).default([]),
  versions: z.array(commitmentVersion).min(1),
})

/** What a new government did with an open promise of the last one. */
export const inheritance = z.strictObject({
  id: slug,
  commitment: slug,
  government: slug,
  on: fuzzyDate,
  fate: z.enum(['inherited', 'restated', 'silent', 'dropped']),
  text: prose,
  cites,
})

export const deliveryEvent = z.strictObject({
  id: slug,
  commitments: z.array(slug),
  topics: z.array(slug).min(1),
  on: fuzzyDate,
  kind: z.enum(DELIVERY_KINDS),
  delivery: z.enum(DELIVERIES).exclude(['not-looked-at', 'nothing-found']),
  text: prose,
  /** Where the state cannot be judged: what is missing. */
  missing: prose.optional(),
  confidence,
  cites,
})

/** A search for delivery: where we looked, when, and what came of it. */
export const look = z.strictObject({
  id: slug,
  commitment: slug,
  on: plainDate,
  places: z.array(z.string().min(3)).min(1),
  found: z.enum(['nothing', 'something']),
  note: prose.optional(),
})

export const assessment = z.strictObject({
  id: slug,
  topic: slug,
  by: slug,
  on: fuzzyDate,
  /** A value of the tracker's own verdict scale. */
  verdict: slug,
  /** True where the verdict was read out of wording and not stated by the assessor. */
  isInferred: z.boolean(),
  /** The assessor's own word where it rates on another scale; `verdict` is then our placing of it, so it is inferred. */
  statedAs: z.string().min(3).optional(),
  reason: prose,
  confidence,
  /** Funding or another tie of the assessor to what it judges. */
  interest: prose.optional(),
  cites,
})

export const position = z.strictObject({
  id: slug,
  organisation: slug,
  topics: z.array(slug).min(1),
  on: fuzzyDate,
  stance: z.enum(['supports', 'supports-with-conditions', 'wants-more', 'opposes', 'observes']),
  text: prose,
  cites,
})

export const group = z.strictObject({ id: slug, name: z.string(), plain: prose, order: z.number().int() })
export const support = z.strictObject({
  id: slug,
  formerIds,
  name: z.string(),
  plain: prose,
  topic: slug,
  order: z.number().int(),
})

/** One cell of "who is left out": what a group gets of a support from a day on. */
export const coverage = z.strictObject({
  group: slug,
  support: slug,
  from: fuzzyDate,
  state: z.enum(['included', 'excluded', 'conditional', 'unclear', 'not-looked-at']),
  condition: prose.optional(),
  text: prose.optional(),
  cites: cites.optional(),
})

export const deadline = z.strictObject({
  id: slug,
  title: prose,
  topics: z.array(slug).min(1),
  commitment: slug.optional(),
  by: slug,
  words: z.string().min(3),
  /** The days the words can mean; null where they name no time. */
  due: fuzzyDate.nullable(),
  met: fuzzyDate.nullable(),
  outcome: z.enum(['kept', 'late', 'missed', 'superseded', 'open', 'unknown']),
  /** Of a missed one: the last day on which it is known to have been unmet. What came after it is not known. */
  unmetOn: fuzzyDate.optional(),
  text: prose,
  cites,
})

export const indicator = z.strictObject({
  id: slug,
  formerIds,
  title: z.string(),
  /** Exactly what is counted: which children or carers, where, when, by what method. */
  counts: prose,
  unit: z.string(),
  place: z.string(),
  /** Indicators that count the same thing and may stand on one chart. */
  comparableWith: z.array(slug).default([]),
  caution: prose.optional(),
  series: z
    .array(z.strictObject({ period: fuzzyDate, value: z.number(), text: z.string().optional(), cites }))
    .min(1),
})

export const programme = z.strictObject({
  id: slug,
  name: z.string(),
  topics: z.array(slug).default([]),
  what: prose,
  detail: prose.optional(),
  cites,
})

/** Two sources that disagree, shown as that. */
export const conflict = z.strictObject({
  id: slug,
  question: prose,
  detail: prose,
  topics: z.array(slug).default([]),
  cites,
})
