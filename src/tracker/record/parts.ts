// The parts that records are made of: ids, dates, citations, money. Each is a schema, so that content is checked where it
// comes in and its type is trusted after.
import { z } from 'zod'
import { CONFIDENCES, parseFuzzyDate, parsePlainDate } from '../../model/index.ts'

/** "kinship-allowance": lower case, hyphens. It is part of the record's address and never changes. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
  .max(80)

export const plainDate = z.string().transform((text, context) => {
  const date = parsePlainDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: `"${text}" is not a day: write it as 2023-12-15` })
  return z.NEVER
})

export const fuzzyDate = z
  .union([z.string(), z.number().int().transform(String)])
  .transform((words, context) => {
    const date = parseFuzzyDate(words)
    if (date) return date
    const forms = '2023-12-15, 2023-12, 2023, spring 2024, or two of them with "to" between'
    context.addIssue({ code: 'custom', message: `"${words}" cannot be read as a date: write ${forms}` })
    return z.NEVER
  })

/** A sentence or more in our own words. */
export const prose = z.string().trim().min(3)

/** Where a record's claim comes from: a source of the tracker, the place in it, and how sure that makes us. */
export const cite = z.strictObject({
  source: z.string().min(1),
  /** "p. 101", "section 5", "table 2"; absent where the source is a short page. */
  at: z.string().optional(),
  /** Exact words of the source: a few, or more where its licence allows; they anchor the passage in a held copy. */
  quote: z.string().max(300).optional(),
  note: z.string().optional(),
})
export type Cite = z.infer<typeof cite>

/** Every record cites at least one source. */
export const cites = z.array(cite).min(1, 'name at least one source')

export const confidence = z.enum(CONFIDENCES)

export const money = z.strictObject({
  pounds: z.number().nonnegative(),
  /** What the amount is for: "2026-27", "over 3.5 years", "a year". */
  period: z.string().optional(),
  /** How many years that is, where the words are no dates: sums are compared only where both lengths are known. */
  years: z.number().positive().optional(),
  /** New, moved from elsewhere, or not told. */
  origin: z.enum(['new', 'recycled', 'not-told']).default('not-told'),
})
