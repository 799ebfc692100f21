// Checks an export of a Holdfast tracker by itself: every file, every entry of the record, and the record's history.
// It needs Node (20 or newer) and nothing else; read it before you trust it.
//
//   node verify.mjs FOLDER [CHECKPOINT…] [--seal HASH]
//
// CHECKPOINT is one noted down from an earlier copy ("412:9f86d0…"): it shows a history that was rewritten or cut short.
// HASH is the seal that the export printed: it shows a copy in which files and their list were changed together.
// Exit code 0: all is as it was written. 1: something is not, and each line names it. 2: this was called wrongly.
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LIST = 'SHA256SUMS'
const SEAL = 'SHA256SUMS.sha256'
/** Hashes a tile holds, and lines a file of entries. */
const WIDTH = 256
const START = '0'.repeat(64)

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const hex = (bytes) => bytes.toString('hex')
/** RFC 6962: a leaf and a node are hashed apart, so that neither can pass for the other. */
const hashLeaf = (line) => sha256(Buffer.from([0]), line)
const hashNode = (left, right) => sha256(Buffer.from([1]), left, right)

/** The root over leaf hashes: the left side of each split is the largest power of two below the count. */
function merkleRoot(leaves) {
  if (leaves.length === 0) return sha256('')
  if (leaves.length === 1) return leaves[0]
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hashNode(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

/** "x001/x234/067" for 1234067. */
function tileName(index) {
  const digits = String(index)
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)
  return parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/')
}

class Verifier {
  problems = []
  counts = { files: 0, entries: 0, records: 0, documents: 0 }

  constructor(folder) {
    this.folder = folder
  }

  say(place, what) {
    this.problems.push(`${place}: ${what}`)
  }

  /** The bytes of a file inside the folder, and null (with a problem) where there is none. */
  read(file) {
    try {
      const path = join(this.folder, file)
      if (!lstatSync(path).isFile()) throw new Error('is no plain file')
      return readFileSync(path)
    } catch (error) {
      this.say(
        file,
        error.code === 'ENOENT' ? 'is missing' : `cannot be read (${error.code ?? error.message})`,
      )
      return null
    }
  }

  /** The list names every file with its hash, and the seal is the hash of the list. */
  checkFiles(seal) {
    const list = this.read(LIST)
    const sealed = this.read(SEAL)
    if (list === null) return new Map()
    const own = hex(sha256(list))
    if (sealed !== null && sealed.toString('latin1') !== `${own}  ${LIST}\n`)
      this.say(LIST, `does not have the hash that ${SEAL} gives it`)
    if (seal !== null && seal !== own) this.say(LIST, `has the hash ${own}, and not the seal you gave`)
    const files = this.parseList(list)
    for (const [file, wanted] of files) {
      const bytes = this.read(file)
      if (bytes !== null && hex(sha256(bytes)) !== wanted)
        this.say(file, 'does not have the hash that the list gives it')
    }
    this.counts.files = files.size
    return files
  }

  parseList(list) {
    const files = new Map()
    const lines = list.toString('utf8').split('\n')
    if (lines.pop() !== '' || !Buffer.from(list.toString('utf8')).equals(list))
      this.say(LIST, 'is cut short or damaged')
    let last = ''
    for (const [at, line] of lines.entries()) {
      const [, hash, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      const isInside =
        file?.split('/').every((name) => !['', '.', '..'].includes(name)) && !file.includes('\\')
      if (!isInside) this.say(LIST, `line ${at + 1} is no hash and file`)
      else if (file <= last) this.say(LIST, `line ${at + 1} is out of order or twice`)
      else files.set(file, hash)
      last = file ?? last
    }
    return files
  }

  /** Files that no list names are not ours to judge; that they are there is said. */
  findUnlisted(files, below = '') {
    return readdirSync(join(this.folder, below), { withFileTypes: true }).flatMap((entry) => {
      const file = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) return entry.name === '.git' ? [] : this.findUnlisted(files, file)
      return files.has(file) || file === LIST || file === SEAL ? [] : [file]
    })
  }

  /** The lines of the log in order, each without its line end. */
  readLines(size) {
    const lines = []
    for (let from = 0; from < size; from += WIDTH) {
      const file = `log/entries/${tileName(from / WIDTH)}.jsonl`
      const bytes = this.read(file)
      if (bytes === null) return lines
      const own = bytes.toString('utf8').split('\n')
      if (own.pop() !== '') this.say(file, 'ends in the middle of a line')
      const wanted = Math.min(WIDTH, size - from)
      if (own.length !== wanted) this.say(file, `has ${own.length} entries where ${wanted} should be`)
      lines.push(...own)
    }
    return lines
  }

  /** Origin, size and root; null where they cannot be read. */
  readCheckpoint() {
    const bytes = this.read('log/checkpoint')
    if (bytes === null) return null
    const [, size, root] = /^[^\n]+\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n$/.exec(bytes.toString('utf8')) ?? []
    if (root !== undefined) return { size: Number(size), root: hex(Buffer.from(root, 'base64')) }
    this.say('log/checkpoint', 'is no checkpoint')
    return null
  }

  checkLog(files) {
    const checkpoint = this.readCheckpoint()
    if (checkpoint === null) return { leaves: [], entries: [] }
    const lines = this.readLines(checkpoint.size)
    const leaves = lines.map(hashLeaf)
    const entries = lines.map((line, at) => this.readEntry(line, at, leaves))
    if (lines.length !== checkpoint.size)
      this.say('log', `has ${lines.length} entries, and its checkpoint says ${checkpoint.size}`)
    if (hex(merkleRoot(leaves)) !== checkpoint.root)
      this.say('log', 'its entries do not give the root of its checkpoint')
    this.checkTiles(leaves, files)
    const named = `${checkpoint.size}:${checkpoint.root}`
    const described = parseLine(this.read('export.json')?.toString('utf8') ?? '')
    if (described?.checkpoint !== named)
      this.say('export.json', `names another checkpoint than log/checkpoint, which is ${named}`)
    this.counts.entries = entries.length
    return { leaves, entries, checkpoint: named }
  }

  readEntry(line, at, leaves) {
    const place = `log entry ${at + 1}`
    const entry = parseLine(line)
    const previous = at === 0 ? START : hex(leaves[at - 1])
    if (entry?.previous !== previous)
      this.say(place, at === 0 ? 'does not begin a log' : `does not follow entry ${at}`)
    if (entry?.event?.sequence !== at + 1)
      this.say(place, `says of itself that it is entry ${entry?.event?.sequence}`)
    return entry
  }

  /** Every tile again from the leaves: whoever makes proofs from tiles makes them from what the entries say. */
  checkTiles(leaves, files) {
    const wanted = new Map()
    for (let level = 0, hashes = leaves; hashes.length > 0; level += 1) {
      const above = []
      for (let from = 0; from < hashes.length; from += WIDTH) {
        const tile = hashes.slice(from, from + WIDTH)
        const part = tile.length === WIDTH ? '' : `.p/${tile.length}`
        wanted.set(`log/tile/${level}/${tileName(from / WIDTH)}${part}`, Buffer.concat(tile))
        if (part === '') above.push(merkleRoot(tile))
      }
      hashes = above
    }
    for (const [file, bytes] of wanted)
      if (this.read(file)?.equals(bytes) === false) this.say(file, 'does not hold the hashes of the entries')
    for (const file of files.keys())
      if (file.startsWith('log/tile/') && !wanted.has(file))
        this.say(file, 'is a tile that the log does not have')
  }

  /** What the export shows as the records is what the last entry about each one says. */
  checkRecords(entries, files) {
    const last = new Map()
    for (const entry of entries)
      if (entry?.event) last.set(`${entry.event.type} ${entry.event.id}`, entry.event)
    const wanted = new Map()
    for (const [key, { type, id, sequence, body }] of last)
      if (body !== null) wanted.set(key, JSON.stringify({ body, id, sequence, type }))
    this.counts.records = wanted.size
    for (const file of files.keys()) {
      if (!/^log\/records\/[^/]+\.jsonl$/.test(file)) continue
      for (const line of this.read(file)?.toString('utf8').split('\n').slice(0, -1) ?? []) {
        const { type, id } = parseLine(line) ?? {}
        if (wanted.get(`${type} ${id}`) !== line)
          this.say(file, `${type} ${id} is not as the last entry about it says`)
        if (basename(file) !== `${type}.jsonl`) this.say(file, `${type} ${id} does not belong in it`)
        wanted.delete(`${type} ${id}`)
      }
    }
    for (const key of wanted.keys()) this.say('log/records', `${key} is missing`)
  }

  /** Documents are named by their hash, and by an entry that says when they came in. */
  checkDocuments(entries, files) {
    const named = new Set(entries.flatMap((entry) => entry?.documents ?? []))
    for (const file of files.keys()) {
      const [, hash] = /^log\/documents\/([0-9a-f]{64})$/.exec(file) ?? []
      if (hash === undefined) continue
      const bytes = this.read(file)
      if (bytes !== null && hex(sha256(bytes)) !== hash)
        this.say(file, 'does not have the hash it is named by')
      if (!named.has(hash)) this.say(file, 'is named by no entry')
      this.counts.documents += 1
    }
  }

  /** An earlier log must be the beginning of this one. */
  checkEarlier({ size, root }, leaves) {
    if (size > leaves.length)
      this.say('log', `was cut short: it had ${size} entries once, and has ${leaves.length}`)
    else if (hex(merkleRoot(leaves.slice(0, size))) !== root)
      this.say('log', `was rewritten: its first ${size} entries are not those of the checkpoint you gave`)
  }
}

function parseLine(line) {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function readArguments(words) {
  const asked = { folder: null, earlier: [], seal: null }
  for (let at = 0; at < words.length; at += 1) {
    const [, size, root] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(words[at]) ?? []
    if (words[at] === '--seal' && /^[0-9a-f]{64}$/.test(words[at + 1] ?? '')) asked.seal = words[++at]
    else if (root !== undefined) asked.earlier.push({ size: Number(size), root })
    else if (asked.folder === null && !words[at].startsWith('-')) asked.folder = words[at]
    else return null
  }
  return asked.folder === null ? null : asked
}

/** Problems as lines, empty when all is well; and what was looked at. @param {string | null} seal */
export function verifyExport(folder, earlier = [], /** @type {string | null} */ seal = null) {
  const verifier = new Verifier(folder)
  const files = verifier.checkFiles(seal)
  const { leaves, entries, checkpoint } = verifier.checkLog(files)
  verifier.checkRecords(entries, files)
  verifier.checkDocuments(entries, files)
  for (const each of earlier) verifier.checkEarlier(each, leaves)
  const { problems, counts } = verifier
  return { problems, counts, checkpoint, unlisted: problems.length > 0 ? [] : verifier.findUnlisted(files) }
}

function main(words) {
  const asked = readArguments(words)
  if (asked === null) {
    console.error('Usage: node verify.mjs FOLDER [CHECKPOINT…] [--seal HASH]')
    return 2
  }
  const { problems, counts, checkpoint, unlisted } = verifyExport(asked.folder, asked.earlier, asked.seal)
  for (const problem of problems) console.log(problem)
  if (problems.length > 0) {
    console.log(`\n${problems.length} things are not as they were written.`)
    return 1
  }
  const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  console.log(`All is as it was written: ${told.join(', ')}.`)
  if (unlisted.length > 0)
    console.log(`Not part of the export: ${unlisted.slice(0, 5).join(', ')} (${unlisted.length}).`)
  console.log(`Checkpoint ${checkpoint}`)
  if (asked.earlier.length === 0)
    console.log('A checkpoint from an earlier copy would also show whether history was rewritten.')
  return 0
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2))
