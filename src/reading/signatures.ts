/** Which department or devolved government signs a document: by its title, the lines over its text, or what it names most. */
import type { DocumentText } from '../model/index.ts'
import { type LateExpression, lateExpression } from './late-expression.ts'
import { answererOf, declaredIn, LEADS, mostNamed, type NameSign } from './self-names.ts'

const DEPARTMENT = String.raw`((?:Department|Ministry) (?:for|of) (?:the )?\p{Lu}[\p{L}’'-]+(?:(?:, (?:and )?| and | & | )(?!The |Rt |Sir |Dame |Lord |Baroness |Lady )\p{Lu}[\p{L}’'-]+)*|HM Treasury|Home Office|Cabinet Office|Northern Ireland Office|Foreign Office|(?:Scottish|Welsh) Government|Northern Ireland Executive)`
// Each of these holds one of them.
const WORDS_OF_DEPARTMENTS = [
  'Department ',
  'Ministry ',
  'HM Treasury',
  ' Office',
  ' Government',
  'Northern Ireland Executive',
]
const late = (write: () => string, flags = 'u'): LateExpression =>
  lateExpression(WORDS_OF_DEPARTMENTS, () => [write(), flags])
const NAMED = late(() => DEPARTMENT)
// A government's document is signed by the department that acts in it.
const DEPARTMENT_SIGNS: readonly NameSign[] = [
  [
    late(
      () =>
        String.raw`\b${DEPARTMENT} (?:\([A-Z]+\) )?(?:will|has|is|accepts|agrees|welcomes|recognises|thanks|can confirm|supports|does)\b`,
      'gu',
    ),
    2,
  ],
  [late(() => String.raw`\b${DEPARTMENT}`, 'gu'), 1],
]
const GOVERNMENT_ACTS =
  /\b[Gg]overnment (?:will|has|is|accepts|agrees|welcomes|recognises|notes|does|partially|supports|believes)\b/gu
// What a department's acting weighs among its signs.
const ACTS = 2
// The department named twice as often as any other, or once in the title, signs.
const SIGNING = 2
const SEARCHED = 60_000

// "Department for Rivers, 3 May 2019" and "Made by: Minister of State, Home Office" over the text; "on behalf of …" in it.
// An office may stand before it: "Minister for Schools, Welsh Government".
const LINE = late(
  () =>
    String.raw`^(?:(?:[\p{L} ]{0,40} )?(?:Minister|Secretary)(?: of State)?(?: for [\p{L}, ]{3,70}?)?, )?(?:The )?${DEPARTMENT}(?:\s*$|\s*[,:|(–—-])`,
)
const SIGNED = late(
  () =>
    String.raw`\b(?:[Mm]ade|[Ii]ssued|[Pp]ublished|[Aa]nswered|[Ss]igned|[Rr]eleased) by:? (?:the )?(?:[^.\n]{0,60}, )?${DEPARTMENT}|^Question to (?:the )?${DEPARTMENT}`,
)
const ON_BEHALF = late(() => String.raw`\b[Oo]n behalf of (?:the )?${DEPARTMENT},? (?:I|we)\b`)
// What a title adds to a department's name: "Department for Rivers Annual Report".
const WORDS_OF_TITLES =
  / (?:Departmental|Annual|Response|Reply|Statement|Report|Plan|Strategy|Update|Written|Press)\b.*$/u
// "Rivers Minister responds to the review": an office signs for its government.
const MINISTER =
  /^((?:\p{Lu}[\p{L}’'-]+ ){0,4}(?:Minister|Secretary)) (?:(?:\p{Lu}[\p{L}’'-]+ ){0,3})(?:[Rr]esponds|[Aa]nnounces|[Pp]ublishes|[Ll]aunches|[Cc]onfirms|[Ww]elcomes)\b/u
// "Deputy Marsh asked the Minister for Rivers if he will …": whoever is asked answers below.
const ASKED =
  /\basked the (Taoiseach|Tánaiste|(?:Deputy )?First Minister|Minister for \p{Lu}[\p{L}’'-]+(?:(?:, | and |, and )\p{Lu}[\p{L}’'-]+)*)\b/u
const ASKED_WITHIN = 900
// So many lines stand over a text, and so long they are; longer is prose.
const LINES_OVER_TEXT = 8
const LONGEST_LINE = 140

/**
 * The department or devolved government that signs a government's document ("Department for Rivers"); null where the
 * document names none, or several alike. `names` are full names by short ones.
 */
export function findSigner(document: DocumentText, names: ReadonlyMap<string, string>): string | null {
  const heads = [document.publisher, document.title].filter((line) => line !== null).join('\n')
  const named =
    NAMED(heads)?.exec(heads)?.[1]?.replace(WORDS_OF_TITLES, '') ??
    MINISTER.exec(document.title ?? '')?.[1] ??
    answererOf(document.title ?? '')
  if (named) return named
  const signed = findSignature(document, names) ?? findOffice(document, names) ?? declaredIn(document.text)
  if (signed) return signed
  const asked = ASKED.exec(document.text.slice(0, ASKED_WITHIN))?.[1]
  if (asked) return asked
  const sample = document.text.slice(0, SEARCHED)
  const found = mostNamed(DEPARTMENT_SIGNS, sample, LEADS)
  if (!found || found.score < SIGNING) return null
  // Where "the Government" acts more than the department does, a department is told of among others.
  return (sample.match(GOVERNMENT_ACTS)?.length ?? 0) * ACTS > found.score ? null : found.name
}

const OFFICE = String.raw`((?:Secretary of State|Minister(?: of State)?) for (?!the\b)\p{Lu}[\p{L}’'-]+(?:(?:, (?:and )?| and | & | )\p{Lu}[\p{L}’'-]+)*|(?:Home|Foreign|Health|Education|Transport|Justice|Defence|Housing|Environment|Business|Culture|Energy) Secretary|Prime Minister|First Minister|Chancellor of the Exchequer|Taoiseach|Tánaiste)`
const WORDS_OF_OFFICES = / (?:Secretary|Minister)|Minister|Chancellor|Taoiseach|Tánaiste|Secretary/
// "Statement by Ruth Marsh MP, Secretary of State for Rivers, on …", "Rivers Secretary Ruth Marsh gave a statement".
const SPOKEN_BY = lateExpression(WORDS_OF_OFFICES, () => [
  String.raw`\b(?:[Ss]tatement|[Ss]peech|[Aa]nswer|[Ff]oreword) (?:given |made |delivered )?(?:by|from) [^.\n]{0,90}?\b${OFFICE}`,
  'u',
])
const SPEAKS = lateExpression(WORDS_OF_OFFICES, () => [
  String.raw`\b${OFFICE},? (?:\p{Lu}[\p{L}’'-]+,? ){1,4}(?:gave|made|delivered|gives|makes|delivers) (?:a|an|the|this)\b`,
  'u',
])
const PRESENTED = lateExpression(['resented to Parliament'], () => [
  String.raw`\b[Pp]resented to Parliament by the ${OFFICE}`,
  'u',
])

/** The office that speaks, or the department of the one that lays a paper; null where the lines over the text tell neither. */
function findOffice(document: DocumentText, names: ReadonlyMap<string, string>): string | null {
  for (const block of document.blocks.slice(0, LINES_OVER_TEXT)) {
    const line = document.text.slice(block.start, Math.min(block.end, block.start + 2 * LONGEST_LINE))
    const spoken = SPOKEN_BY(line)?.exec(line)?.[1] ?? SPEAKS(line)?.exec(line)?.[1]
    if (spoken) return spoken
    const presented = PRESENTED(line)?.exec(line)?.[1]
    if (presented) return departmentOf(presented, names)
  }
  return null
}

/** "Secretary of State for Transport": the department that is called so, or the office where none is known. */
function departmentOf(office: string, names: ReadonlyMap<string, string>): string {
  const field = / for (.+)$/u.exec(office)?.[1]
  for (const name of names.values())
    if (
      field !== undefined &&
      /^(?:Department|Ministry) (?:for|of) /u.test(name) &&
      name.endsWith(` ${field}`)
    )
      return name
  return office
}

/** The one that a line over the text names as whose it is; null where none does. */
export function findSignature(document: DocumentText, names: ReadonlyMap<string, string>): string | null {
  for (const block of document.blocks.slice(0, LINES_OVER_TEXT)) {
    const line = document.text.slice(block.start, Math.min(block.end, block.start + LONGEST_LINE))
    if (/^\p{Lu}[\p{L}]+$/u.test(line)) {
      const full = names.get(line.toLowerCase())
      if (full && /^\p{Lu}{2,}$/u.test(line)) return full
    }
    const isLine = block.end - block.start < LONGEST_LINE && !/[.!?]$/u.test(line)
    const match =
      (isLine ? LINE(line)?.exec(line) : null) ?? SIGNED(line)?.exec(line) ?? ON_BEHALF(line)?.exec(line)
    const name = match?.[1] ?? match?.[2]
    if (name) return name
  }
  return null
}
