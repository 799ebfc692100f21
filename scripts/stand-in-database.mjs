// Stands in for PostgreSQL while a start is rehearsed: speaks as much of its protocol as a client asks for, and answers
// each question with the rows that `answer` gives to its text and parameters.
import { createServer } from 'node:net'

/** PostgreSQL's numbers for the types that values are told as: boolean, bigint, text. */
const TYPES = { boolean: 16, number: 20, string: 25 }

/** Listens on a free port of this machine, and keeps no process alive. Gives the port. */
export async function startStandIn(answer) {
  const server = createServer((socket) => {
    socket.unref()
    serve(socket, answer)
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  return server.address().port
}

function serve(socket, answer) {
  let waiting = Buffer.alloc(0)
  let isGreeted = false
  let asked = { text: '', parameters: [] }
  socket.on('error', () => undefined) // the client has gone
  socket.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, bytes])
    for (;;) {
      // The first message has no letter before its length.
      const lead = isGreeted ? 1 : 0
      if (waiting.length < lead + 4) return
      const end = lead + waiting.readInt32BE(lead)
      if (waiting.length < end) return
      const [letter, body] = [String.fromCharCode(waiting[0]), waiting.subarray(lead + 4, end)]
      waiting = waiting.subarray(end)
      socket.write(isGreeted ? hear(letter, body) : GREETING)
      isGreeted = true
    }
  })

  function hear(letter, body) {
    if (letter === 'Q') {
      const rows = answer(readText(body, 0).text, [])
      return Buffer.concat([describe(rows), ...rows.map(tell), COMPLETE, READY])
    }
    if (letter === 'P') asked = { text: readText(body, readText(body, 0).next).text, parameters: [] }
    if (letter === 'B') asked.parameters = readParameters(body)
    const rows = letter === 'D' || letter === 'E' ? answer(asked.text, asked.parameters) : []
    if (letter === 'P') return message('1')
    if (letter === 'B') return message('2')
    if (letter === 'D') return describe(rows)
    if (letter === 'E') return Buffer.concat([...rows.map(tell), COMPLETE])
    return letter === 'S' ? READY : Buffer.alloc(0)
  }
}

function message(letter, body = Buffer.alloc(0)) {
  const head = Buffer.from(`${letter}0000`)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const number = (value, bytes = 4) => {
  const written = Buffer.alloc(bytes)
  written.writeIntBE(value, 0, bytes)
  return written
}

/** Let in without a password. */
const READY = message('Z', Buffer.from('I'))
const GREETING = Buffer.concat([message('R', number(0)), READY])
const COMPLETE = message('C', Buffer.from('SELECT 0\0'))

function describe([row = {}]) {
  const columns = Object.entries(row).map(([name, value]) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      number(0, 6),
      number(TYPES[typeof value] ?? TYPES.string),
      number(-1, 2),
      number(-1),
      number(0, 2),
    ]),
  )
  return message('T', Buffer.concat([number(columns.length, 2), ...columns]))
}

function tell(row) {
  const values = Object.values(row).map((value) => {
    if (value === null) return number(-1)
    const written = Buffer.from(typeof value === 'boolean' ? (value ? 't' : 'f') : String(value))
    return Buffer.concat([number(written.length), written])
  })
  return message('D', Buffer.concat([number(values.length, 2), ...values]))
}

function readText(bytes, from) {
  const end = bytes.indexOf(0, from)
  return { text: bytes.toString('utf8', from, end), next: end + 1 }
}

/** Of a Bind message, after the names of portal and statement and the formats. */
function readParameters(body) {
  let at = readText(body, readText(body, 0).next).next
  at += 2 + 2 * body.readInt16BE(at)
  const count = body.readInt16BE(at)
  at += 2
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at)
    at += 4 + Math.max(length, 0)
    return length < 0 ? null : body.toString('utf8', at - length, at)
  })
}
