/** Broken copies of a file: the same seed and number give the same copy everywhere. */
import { makeRandom } from '../rules/random-households.ts'

type Random = () => number

/** What one change may do to the bytes; each gives a new array. */
const CHANGES: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  flipBits,
  flipBits,
  cutOff,
  dropPart,
  repeatPart,
  swapParts,
  enlargeNumbers,
  insertToken,
]

/** Copy `number` of `bytes`: one to three changes, from a single bit to a missing half. */
export function makeMutant(bytes: Uint8Array, seed: number, number: number): Uint8Array {
  const random = makeRandom((seed * 1_000_003 + number) >>> 0)
  let mutant = bytes
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--)
    mutant = pick(CHANGES, random)(mutant, random)
  return mutant
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!
const placeIn = (bytes: Uint8Array, random: Random) => Math.floor(random() * bytes.length)

/** A share of all bits, most often a small one: a whole file of noise is refused at its first line. */
function flipBits(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes) // a Buffer's slice would share its bytes
  const flips = Math.max(1, Math.round(bytes.length * 10 ** (-5 + 3 * random())))
  for (let n = 0; n < flips && copy.length > 0; n++)
    copy[placeIn(copy, random)]! ^= 1 << Math.floor(random() * 8)
  return copy
}

function cutOff(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, placeIn(bytes, random))
}

function partOf(bytes: Uint8Array, random: Random): readonly [number, number] {
  const from = placeIn(bytes, random)
  return [from, Math.min(bytes.length, from + 1 + Math.floor(random() * 2000))]
}

function dropPart(bytes: Uint8Array, random: Random): Uint8Array {
  const [from, to] = partOf(bytes, random)
  return join(bytes.subarray(0, from), bytes.subarray(to))
}

function repeatPart(bytes: Uint8Array, random: Random): Uint8Array {
  const [from, to] = partOf(bytes, random)
  const times = 1 + Math.floor(random() * 50)
  return join(bytes.subarray(0, to), ...Array(times).fill(bytes.subarray(from, to)), bytes.subarray(to))
}

function swapParts(bytes: Uint8Array, random: Random): Uint8Array {
  const [from, to] = partOf(bytes, random)
  const at = placeIn(bytes, random)
  const rest = join(bytes.subarray(0, from), bytes.subarray(to))
  return join(rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at))
}

/** Lengths, counts, offsets and object numbers made absurd. */
function enlargeNumbers(bytes: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const numbers = ['-1', '0', '99999999', '4294967296', '1e308', '-2147483649']
  const share = 10 ** (-3 + 2 * random())
  return Buffer.from(
    text.replaceAll(/\d{1,10}/g, (number) => (random() < share ? pick(numbers, random) : number)),
    'latin1',
  )
}

const TOKENS = [
  '<<',
  '>>',
  '[',
  ']',
  'obj',
  'endobj',
  'stream\n',
  'endstream',
  '1 0 R',
  '2 0 R',
  'R',
  'trailer',
  'null', // PDF
  'BT ',
  ' ET ',
  ' Tj ',
  ' TJ ',
  'q ',
  ' Q ',
  ' Do ',
  ' cm ',
  'BI ID ',
  '/Type /Pages',
  '/Kids [2 0 R]', // its pages
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '</w:tr>',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
  '&a;',
  ']]>',
  '<!--', // Word
  '<table>',
  '<td>',
  '<li>',
  '<select>',
  '<template>',
  '<svg>',
  '<math>',
  '</body>',
  '<h1>',
  '<p>',
  '```',
  '> ',
  '- ', // pages
  '\0',
  '\uFEFF',
  '\u202E',
  '\uD83D\uDE00',
  '\r',
  '\n\n',
  ' '.repeat(500),
  'a'.repeat(5000), // text
] // prettier-ignore

/** Bytes. What takes long only for its length is no fault: a text of 13 MB takes about ten seconds. */
const MOST_INSERTED = 1_000_000

function insertToken(bytes: Uint8Array, random: Random): Uint8Array {
  const token = Buffer.from(pick(TOKENS, random))
  const most = Math.min(3000, MOST_INSERTED / token.length)
  const copies = Array<Uint8Array>(1 + Math.floor(random() ** 4 * most)).fill(token)
  const at = placeIn(bytes, random)
  return join(bytes.subarray(0, at), ...copies, bytes.subarray(at))
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)
