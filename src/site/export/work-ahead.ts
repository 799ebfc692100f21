/**
 * Makes what will have to be made before the crawl comes to it: a page of the last export that something changed under is
 * most likely still there. What the crawl then does not come to is taken away again.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Batch, Crew, Staged } from './crew.ts'
import { familyOf } from './families.ts'
import { isLost, type Lost, type Task } from './maker.ts'

export interface Ahead {
  /** Gives what was made ahead, and makes what was not. */
  readonly crew: Crew
  /** This thread begins to make its share, too. */
  join(): void
  /** Makes nothing more, and waits for what is being made. */
  stop(): Promise<void>
  /** To be waited for at the end: takes away what was made and what nobody asked for. */
  finish(): Promise<void>
}

export interface AheadEffects {
  /** Told what each batch looked at. */
  readonly learn: (parts: Batch['parts']) => void
  /** Takes a file away that was staged. */
  readonly unstage: (file: string) => void
}

interface Crews {
  /** Of this thread. */
  readonly own: Crew
  /** Of another; null where there is none. */
  readonly mate: Crew | null
}

/** So many are made by one thread without a break: pages that are made from the same are made by the same. */
const AT_ONCE = 24

/** Tasks of one part of the site together, those that look at most first; `breadth` tells how much a task looks at. */
export function batchesOf(tasks: readonly Task[], breadth: (task: Task) => number): Task[][] {
  const parts = new Map<string, Task[]>()
  for (const task of tasks) {
    const part = familyOf(task.target).split('/')[1] ?? ''
    parts.set(part, [...(parts.get(part) ?? []), task])
  }
  const batches = [...parts.values()].flatMap((part) => {
    const inOrder = part.sort((one, other) => (one.target < other.target ? -1 : 1))
    return Array.from({ length: Math.ceil(part.length / AT_ONCE) }, (_, at) =>
      inOrder.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    )
  })
  const weightOf = (batch: readonly Task[]) => batch.reduce((sum, task) => sum + breadth(task), 0)
  return batches.sort((one, other) => weightOf(other) - weightOf(one))
}

/** The mate takes batches from the first on, and this thread page by page from the last. */
export function workAhead(
  batches: readonly (readonly Task[])[],
  { own: alone, mate }: Crews,
  { learn, unstage }: AheadEffects,
): Ahead {
  const own = inTurn(alone)
  const queue = batches.map((batch) => [...batch])
  const awaited = new Map(queue.flat().map((task) => [task.target, awaitOne(task)]))
  function takeLast(): readonly Task[] | undefined {
    const task = queue.at(-1)?.pop()
    if (queue.at(-1)?.length === 0) queue.pop()
    return task === undefined ? undefined : [task]
  }

  async function work(crew: Crew, take: () => readonly Task[] | undefined): Promise<void> {
    for (let batch = take(); batch !== undefined; batch = take()) {
      const { files, parts } = await crew.make(batch)
      learn(parts)
      for (const file of files) awaited.get(file.target)?.resolve(file)
      // Who waits for it, and the other thread's messages, get their turn.
      await breathe()
    }
  }
  const running: Promise<void>[] = []
  function start(crew: Crew, take: () => readonly Task[] | undefined): void {
    const run = work(crew, take).catch((error: unknown) => {
      for (const { reject } of awaited.values()) reject(error)
    })
    running.push(run)
  }
  // One batch is under way there, and the next one lies ready.
  if (mate !== null) for (let each = 0; each < mate.size; each += 1) start(mate, () => queue.shift())

  const others = { own: 0, mate: 0 }
  async function makeOthers(tasks: readonly Task[]): Promise<Batch> {
    const who = mate === null || others.own * mate.size <= others.mate ? 'own' : 'mate'
    others[who] += 1
    try {
      return await (who === 'own' || mate === null ? own : mate).make(tasks)
    } finally {
      others[who] -= 1
    }
  }
  async function drop(waited: Awaited | undefined): Promise<void> {
    if (waited === undefined) return
    const made = await waited.file
    if (!isLost(made) && made.isWritten && !waited.isTaken) unstage(made.file)
    waited.isTaken = true
  }
  let hasJoined = false
  const join = () => {
    if (hasJoined) return
    hasJoined = true
    start(own, takeLast)
  }
  return {
    join,
    crew: {
      size: own.size + (mate?.size ?? 0),
      async make(tasks) {
        join()
        const files: (Staged | Lost)[] = []
        const rest: Task[] = []
        for (const task of tasks) {
          const made = awaited.get(task.target)
          if (made === undefined || made.days !== task.days.join()) rest.push(task)
          else {
            files.push(await made.file)
            made.isTaken = true
          }
        }
        // One made for other days would stand in the place of what is made now.
        for (const { target } of rest) await drop(awaited.get(target))
        const more = rest.length === 0 ? null : await makeOthers(rest)
        return { files: [...files, ...(more?.files ?? [])], parts: more?.parts ?? [] }
      },
    },
    async stop() {
      queue.splice(0)
      await Promise.all(running)
    },
    async finish() {
      for (const each of awaited.values()) if (!each.isTaken) await drop(each)
    },
  }
}

interface Awaited {
  readonly days: string
  readonly file: Promise<Staged | Lost>
  readonly resolve: (file: Staged | Lost) => void
  readonly reject: (error: unknown) => void
  isTaken: boolean
}

function awaitOne({ days }: Task): Awaited {
  let [resolve, reject] = [(_: Staged | Lost): void => undefined, (_: unknown): void => undefined]
  const file = new Promise<Staged | Lost>((done, fail) => {
    resolve = done
    reject = fail
  })
  file.catch(() => undefined) // told to whoever asks for it
  return { days: days.join(), file, resolve, reject, isTaken: false }
}

/** One batch after the other: a maker notes what it reads as read for the page it makes. */
function inTurn(crew: Crew): Crew {
  let last: Promise<unknown> = Promise.resolve()
  return {
    size: crew.size,
    make(tasks) {
      const batch = last.then(() => crew.make(tasks))
      last = batch.catch(() => undefined)
      return batch
    },
  }
}
