/**
 * Who writes a page that never says "at X, we": the name that speaks, is spoken for and stands where writers' names stand.
 * Each sign is weak, so several must agree and no other name may come near.
 */
import writerData from '../../lexicon/writer-names.yaml'
import { optionalStrings, record } from './shapes.ts'

const DATA = record(writerData, 'writer-names.yaml')
const listed = (key: string): string => (optionalStrings(DATA[key], key) ?? []).join('|')

const NAME =
  /(?<![\p{L}\d#@])(?:\p{Lu}[\p{L}\d&’'+-]*[\p{L}\d+?])(?: (?:(?:of|for|and|the|&|to|with) ){0,2}(?:\p{Lu}[\p{L}\d&’'-]*[\p{L}\d?]|UK|\+)){0,6}/gu
const VIEW =
  /^(?: \([\p{L}\d ]+\))?,? (?:(?:has|have|is|are|also|today|now|long|been|warmly|strongly|therefore) ){0,3}(?:welcom|believ|said|says|calls?\b|called|calling|urg|warn|respond|recommend|wants?\b|thinks|supports|argue|deligh|disappoint|concern|campaign|submit|publish|launch|estimat|fears|hopes|backs|comment|analys|propos|pleased|works?\b|working|provid|represent|follow|track|monitor|criticis|condemn|told|found|expects|agrees|notes|continues|will continue)/u
const CHARITY =
  /^(?: \([\p{L}\d ]+\))?,? (?:is|are) (?:a|an|the|one of) [^.]{0,60}\b(?:charity|charities|association|organisation|agency|union|federation|body|coalition|alliance|network|group|campaign|tank|regulator)\b/u
const OWN_THINGS =
  /^['’]s?(?: \p{L}+){0,2} (?:response|reaction|submission|campaign|report|briefing|view|research|members|analysis|chief executive|director|chair|president|policy|work|team|survey|manifesto|position|call|spokes\p{L}+)\b/iu
const OFFICER_OF =
  /\b(?:executive(?: officer)?|CEO|director(?: of [\p{L} ]{3,40})?|chair(?:man|woman|person)?|president|secretary|manager|spokes(?:person|man|woman)|head of [\p{L} ]{3,40}|founder|policy (?:lead|officer|adviser)|analyst)(?: (?:of|at|for|from)|,) (?:the )?$/iu
const PERSON_BEFORE =
  /\b(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Cllr|Professor|Prof|Minister|Secretary|by)\.? $/u
const PERSON_AFTER =
  /^,? (?:\(?(?:Con|Lab|LD|SNP)\b|MP\b|MSP\b|(?:the |our |a |its |new )?(?:[\p{L}&’'-]+ ){0,6}(?:director|chief|chair|minister|spokes|manager|head of|leader|president|secretary|officer|professor|commissioner|editor|analyst|adviser|policy lead))/iu
const SPEAKS_WITH = /\b(?:we|our|us|we’ll|we're|we’re|we've|we’ve)\b/iu
const ORGANISED = new RegExp(String.raw`\b(?:${listed('organised')})$`, 'u')
const PLACED = /\b(?:in|across|throughout|from|around|within|to) (?:the )?$/u
// What names hold that are nobody's who writes: governments, parliaments, papers, laws, money, days and places.
const NOBODY = new RegExp(String.raw`\b(?:${listed('nobody')})\b`, 'u')
// A name may hold a place or a word of these beside others of its own ("Age UK", "Shelter Scotland").
const PLACE = new RegExp(`^(?:${listed('places')})$`, 'u')
const BOUND_TO_PLACE =
  /^(?!The |In |Of )(?:[\p{Lu}\d][\p{L}\d’'&+-]* ){1,4}(?:UK|Scotland|Wales|England|Cymru|Ireland|NZ|London|Australia|Europe)$/u
const OPENERS = new RegExp(
  String.raw`^(?:(?:We|I|They|You|It|Here|That|What|There)['’]\p{L}+|${listed('openers')}) `,
  'u',
)

// An office before or behind the name of whose it is: "Chief Executive of Larch Aid", "Larch Aid's Chief Executive".
const OFFICE_IN_NAME =
  /^.*\b(?:Executive|Director|Chair|Chairman|President|Officer|Head|Manager)(?: [\p{L} ]{1,30}?)? (?:of|at|for) (?:the |The )?/u
const OFFICE_BEHIND = /['’]s? (?:Interim )?(?:Chief|Director|Chair|President|Head|Policy|Executive)\b.*$/u
const ALONE = new RegExp(`^(?:${listed('alone')})$`, 'u')
const ACRONYM = /^[\p{Lu}\d]{3,}$|^\p{Lu}\p{Ll}+\p{Lu}|\d/u

// Where writers name themselves: the first and last lines. What stands further in than this is not searched.
const ENDS = 400
const SEARCHED = 14_000
// No body's name is as long as this.
const LONGEST = 90
// Below this sum, or with another name as near as this, nobody is named. Of 89 statements that got a name on labelled pages
// it was the labelled one in 66, and an officer's or the full form of it in 13; where any name may win it is half of them.
const ENOUGH = 3.6
const LEAD = 1.3
// An office of theirs, and what they say or own, tells more than that they are named often.
const OFFICE = 2

/** What speaks for one name. */
interface Signs {
  score: number
  count: number
  together: number
  placed: number
  /** Times it does not open a sentence: only names are written with a capital there. */
  inside: number
  isPerson: boolean
}

/** The name of the writer, or null where no name leads. `title` is what the page calls itself. */
export function findWriter(title: string | null, whole: string): string | null {
  const text = whole.slice(0, SEARCHED)
  const names = new Map<string, Signs>()
  for (const match of text.matchAll(NAME)) {
    const name = match[0].length > LONGEST ? null : nameIn(match[0])
    if (name === null) continue
    const at = match.index + match[0].indexOf(name)
    const signs = names.get(name) ?? {
      score: 0,
      count: 0,
      together: 0,
      placed: 0,
      inside: 0,
      isPerson: false,
    }
    names.set(name, signs)
    weighOne(signs, text, at, at + name.length)
    if (OFFICE_IN_NAME.test(match[0]) || OFFICE_BEHIND.test(match[0])) signs.score += OFFICE
  }
  if (title) for (const [name, signs] of names) if (title.includes(name)) signs.score += 1.5
  return leading(names)
}

function nameIn(found: string): string | null {
  let name = found
    .replace(OFFICE_BEHIND, '')
    .replace(OFFICE_IN_NAME, '')
    .replace(/['’]s$/u, '')
    .replace(/\? \p{Lu}\p{Ll}+$/u, '')
  while (OPENERS.test(name)) name = name.replace(OPENERS, '')
  name = name.replace(/^(?:(?:of|for|and|the|to|with) )+/u, '')
  if (name.length < 3 || ALONE.test(name) || PLACE.test(name) || OPENERS.test(`${name} `)) return null
  return !NOBODY.test(name) || BOUND_TO_PLACE.test(name) ? name : null
}

function weighOne(signs: Signs, text: string, start: number, end: number): void {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 110)
  signs.count++
  if (/[\p{Ll},\d][,)]? (?:the |The )?$/u.test(before)) signs.inside++
  if (VIEW.test(after)) signs.score += 1.5
  if (CHARITY.test(after)) signs.score += 4
  if (OWN_THINGS.test(after)) signs.score += 1.5
  if (OFFICER_OF.test(before)) signs.score += 2
  if (start < ENDS) signs.score += 0.7
  if (start > text.length - ENDS) signs.score += 0.7
  if (PLACED.test(before)) signs.placed++
  if (PERSON_BEFORE.test(before) || PERSON_AFTER.test(after)) signs.isPerson = true
  const sentence = `${before.slice(before.lastIndexOf('.') + 1)} ${after.slice(0, after.search(/[.!?]\s|$/u))}`
  if (SPEAKS_WITH.test(sentence)) signs.together++
}

/** By its form a body that can write: "Larch Rivers Trust", "Age Larch UK", or a short name that is spoken for as "we". */
function isBody(name: string, { count, inside, isPerson, together }: Signs): boolean {
  // Once named, it may be any body that a page quotes.
  if (count < 2) return false
  if (ORGANISED.test(name)) return name.includes(' ')
  if (isPerson) return false
  if (BOUND_TO_PLACE.test(name)) return inside > 0
  return ACRONYM.test(name) && together > 1
}

function leading(names: ReadonlyMap<string, Signs>): string | null {
  const ranked = [...names]
    .filter(([name, signs]) => isBody(name, signs))
    .map(([name, signs]) => {
      const organised = ORGANISED.test(name) ? 1 : 0
      const often = 0.4 * Math.min(signs.count, 6)
      const said = signs.score + organised + often + 0.7 * Math.min(signs.together, 3) - 0.7 * signs.placed
      return { name, said }
    })
    .sort((a, b) => b.said - a.said)
  const [first, ...rest] = ranked
  if (!first || first.said < ENOUGH) return null
  const second = rest.find(({ name }) => !first.name.includes(name) && !name.includes(first.name))
  return second && first.said < LEAD * second.said ? null : first.name
}
