/** Forms of the lexicon's verbs, and what a form says about its verb ("invested" is `invest`, of the class `fund`). */

export interface VerbForms {
  readonly base: string
  readonly third: string
  readonly past: string
  readonly participle: string
  readonly ing: string
}

export interface VerbEntry {
  readonly lemma: string
  readonly classes: ReadonlySet<string>
}

export interface VerbTable {
  /** Verb and classes of any form. */
  readonly byForm: ReadonlyMap<string, VerbEntry>
  /** Past participles that do not end in -ed. */
  readonly participles: ReadonlySet<string>
  /** Word classes for patterns: `fund`, `fund+s`, `fund+ed`, `fund+ing`. */
  readonly classes: ReadonlyMap<string, readonly (readonly string[])[]>
}

type Irregular = Readonly<Record<string, readonly [string, string, string, string]>>

/** The regular forms by spelling rule, or the irregular ones given. A hyphened verb bends its last part. */
export function formsOf(base: string, irregular: Irregular): VerbForms {
  const own = irregular[base]
  if (own) return { base, third: own[0], past: own[1], participle: own[2], ing: own[3] }
  const past = base.endsWith('e')
    ? `${base}d`
    : /[^aeiou]y$/u.test(base)
      ? `${base.slice(0, -1)}ied`
      : `${base}ed`
  const third = /[^aeiou]y$/u.test(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/u.test(base)
      ? `${base}es`
      : `${base}s`
  const ing = /[^e]e$/u.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`
  return { base, third, past, participle: past, ing }
}

/** Builds the table from class name to base forms. A form that two verbs share belongs to the first that names it. */
export function buildVerbTable(
  verbs: Readonly<Record<string, readonly string[]>>,
  irregular: Irregular,
  otherParticiples: readonly string[],
): VerbTable {
  const classesOf = new Map<string, Set<string>>()
  const classes = new Map<string, string[][]>()
  for (const [name, bases] of Object.entries(verbs)) {
    const forms = bases.map((base) => formsOf(base, irregular))
    classes.set(
      name,
      forms.map((f) => [f.base]),
    )
    classes.set(
      `${name}+s`,
      forms.map((f) => [f.third]),
    )
    classes.set(
      `${name}+ed`,
      forms.flatMap((f) => [...new Set([f.past, f.participle])].map((w) => [w])),
    )
    classes.set(
      `${name}+ing`,
      forms.map((f) => [f.ing]),
    )
    for (const base of bases) classesOf.set(base, (classesOf.get(base) ?? new Set()).add(name))
  }
  const byForm = new Map<string, VerbEntry>()
  const participles = new Set<string>(otherParticiples)
  for (const base of [...classesOf.keys(), ...Object.keys(irregular)]) {
    const entry = { lemma: base, classes: classesOf.get(base) ?? new Set<string>() }
    const forms = formsOf(base, irregular)
    for (const form of Object.values(forms)) if (!byForm.has(form)) byForm.set(form, entry)
    if (!forms.participle.endsWith('ed')) participles.add(forms.participle)
  }
  return { byForm, participles, classes }
}
