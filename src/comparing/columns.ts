/** What the columns of a table are for, read from its header row: number, recommendation, response, decision, date. */
import type { Block, DocumentText } from '../model/index.ts'

export type ColumnRole = 'number' | 'recommendation' | 'response' | 'decision' | 'date' | 'other'

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'other',
    /^(?:who|by whom|owner|lead)\??$|^(?:lead|responsible|accountable|named|action) (?:person|officer|owner|lead|manager|body|department|team)\b|\b(?:persons?|officers?|owners?) responsible\b|^responsib(?:le|ility)\b.{0,20}$|^(?:our |charity[’']?s? )?(?:verdict|view|reaction)$|\b(?:milestones?|success (?:measures?|criteria)|(?:measures?|evidence) of (?:success|completion|impact))\b/i,
  ],
  [
    'number',
    /^(?:no\.?|nos\.?|number|#|recs?\.?|ref\.?|reference|(?:rec(?:ommendation)?|concern|finding|action)\.?\s*(?:no\.?|number|ref\.?|#)|para(?:graph)?\.?(?:\s*(?:no\.?|number))?)$/i,
  ],
  [
    'decision',
    /^(?:status|accepted\??|accept(?:ed)?\s*(?:\/|or|\().*|agreed?\s*\(.*|response:? \(?(?:accept|agree)\p{L}*\W.*|decision|position|agreed\??|accepted or rejected|(?:government|our|council|board) (?:decision|position)|outcome)$/iu,
  ],
  [
    'recommendation',
    /^(?:recommended|proposed|required|suggested) (?:actions?|measures?|changes?|improvements?)$|^(?:areas?|points?|items?) (?:for|of|requiring) (?:priority |urgent |immediate )?(?:improvement|development|action|concern)$|^(?:your|their|public|residents?[’']?) (?:asks?|requests?|questions?|points?|concerns?|feedback|comments?|views?|suggestions?)$|^(?:issues?|requests?|requirements?|suggestions?|feedback|you (?:said|told us|asked))\b.{0,20}$|^(?:key |priority |matters? of )?concerns?$/i,
  ],
  [
    'date',
    /^(?:when|by|date|timing|due|target|end|finish)\??$|\b(?:by when|deadlines?|due(?: by| date)|time ?(?:scale|frame|line|table)s?|(?:target|start|end|due|action|(?:final )?completion|implementation|delivery) dates?|dates? (?:due|for|of) |complet(?:e|ed|ion) by)\b/i,
  ],
  [
    'response',
    /\b(?:response|reply|replies|answer|actions?|progress|comments?|commentary|what (?:we|the .*) (?:will|are)|update|next steps)\b/i,
  ],
  [
    'recommendation',
    /\b(?:recommendations?|proposals?|conclusions?|findings?|asks?|what .* (?:said|asked|recommended))\b/i,
  ],
]

/** The role that a column's heading gives it. */
export function roleOf(heading: string): ColumnRole {
  const name = heading
    .replace(/\s+/g, ' ')
    .replace(/^\s*\d{1,2}[.)]\s*/, '')
    .trim()
  return ROLES.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'
}

/** The roles of every body row's columns, by block index; rows before a header, or of a table without one, are `other`. */
export function readColumnRoles(document: DocumentText): ReadonlyMap<number, readonly ColumnRole[]> {
  const roles = new Map<number, readonly ColumnRole[]>()
  let current: readonly ColumnRole[] = []
  let last = -2
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'table-row') return
    const isFirst = index !== last + 1 && !isContinued(document, last, index)
    if (isFirst) current = []
    last = index
    const header = readHeader(document, block)
    // A body row may sound like a heading row; only the first of a table is one, or the same again on a new page.
    const isNew = isFirst || block.isHeaderRow || String(header) === String(current)
    if (header && isNew) current = header
    else roles.set(index, nameCodes(document, block, current))
  })
  return roles
}

/** "004/24", "R4", "2a", and nothing more. */
const CODE_ALONE = /^\W*(?:[A-Z]{0,5}[-–/]?\d{1,4}(?:[./-]\d{1,4}){0,2}[a-z]?)\W*$/

/** Beside a column of what is recommended one called "Recommendation" that holds codes alone numbers it. */
function nameCodes(
  document: DocumentText,
  block: Block,
  roles: readonly ColumnRole[],
): readonly ColumnRole[] {
  if (roles.filter((role) => role === 'recommendation').length < 2) return roles
  return roles.map((role, column) => {
    const cell = block.cells?.[column]
    const isCode = cell !== undefined && CODE_ALONE.test(document.text.slice(cell.start, cell.end))
    return role === 'recommendation' && isCode ? 'number' : role
  })
}

/** A table runs on over a page break: nothing but furniture between its rows, or a line that every page prints. */
function isContinued(document: DocumentText, last: number, index: number): boolean {
  if (last < 0) return false
  return document.blocks
    .slice(last + 1, index)
    .every(
      (block) => block.kind === 'navigation' || block.kind === 'footnote' || isRunningHead(document, block),
    )
}

/** A running head is no longer than this. */
const LONGEST_HEAD = 120

/** A short line that the document prints in other places too, word for word. */
function isRunningHead(document: DocumentText, block: Block): boolean {
  if (block.kind === 'table-row' || block.end - block.start > LONGEST_HEAD) return false
  const line = document.text.slice(block.start, block.end)
  const isAlike = (other: Block) => other !== block && document.text.slice(other.start, other.end) === line
  return document.blocks.some(isAlike)
}

/** Names are short, but action plans spell choices out: "Response: Agreed / Partly Agreed / Not Agreed". */
const LONGEST_NAME = { abbreviated: 20, plain: 60, choices: 90 } as const

const isColumnName = (name: string) =>
  (name.trim().length <= LONGEST_NAME.abbreviated || !/[.;!]\s*$/.test(name)) &&
  name.trim().length <= (name.includes('/') ? LONGEST_NAME.choices : LONGEST_NAME.plain)

/** Beside a column of recommendations one of findings holds none. */
function chooseAsked(names: readonly string[], roles: readonly ColumnRole[]): readonly ColumnRole[] {
  const isNamed = (index: number) => /\brecommend/i.test(names[index] ?? '')
  if (!roles.some((role, index) => role === 'recommendation' && isNamed(index))) return roles
  return roles.map((role, index) => (role === 'recommendation' && !isNamed(index) ? 'other' : role))
}

function readHeader(document: DocumentText, block: Block): readonly ColumnRole[] | null {
  const names = (block.cells ?? []).map((cell) => document.text.slice(cell.start, cell.end))
  const roles = chooseAsked(names, names.map(roleOf))
  if (block.isHeaderRow) return roles
  const others: readonly ColumnRole[] = ['decision', 'number']
  const isTable =
    roles.includes('response') ||
    (roles.includes('recommendation') && others.some((role) => roles.includes(role)))
  const isNamed = roles.filter((role) => role !== 'other').length >= 2 && isTable
  return names.every(isColumnName) && isNamed ? roles : null
}
