/**
 * The text of one generated function while it is written: what is read once before its loop, the lines of the loop,
 * and which locals of the blocks that are open hold what, so that nothing is worked out twice.
 */

/** @typeParam T what a local is known by: its name, or the names of its least and its most. */
export class FunctionBody<T> {
  /** What is read once, before the loop. */
  readonly head: string[]
  readonly lines: string[] = []
  private readonly heads: Map<string, string>
  private readonly count: { next: number }
  private readonly blocks: Map<string, T>[] = [new Map()]

  /** @param outer the body that this one is a function inside of; it takes what is read once. */
  constructor(outer: FunctionBody<T> | null = null) {
    this.head = outer?.head ?? []
    this.heads = outer?.heads ?? new Map()
    this.count = outer?.count ?? { next: 0 }
  }

  write(line: string): void {
    this.lines.push(line)
  }

  /** Writes a block whose locals are forgotten at its end. */
  block(open: string, inside: () => void, close = '}'): void {
    this.write(open)
    this.blocks.push(new Map())
    inside()
    this.blocks.pop()
    this.write(close)
  }

  /** A constant of the function, read once. @param key what makes two of them the same. */
  once(source: string, key = source): string {
    const known = this.heads.get(key)
    if (known) return known
    const name = `k${this.heads.size}`
    this.heads.set(key, name)
    this.head.push(`const ${name} = ${source};`)
    return name
  }

  /** A name that nothing else in the function has. */
  name(): string {
    return `x${this.count.next++}`
  }

  /** What an open block holds under the key already, or what is made now. */
  kept(key: string, make: () => T): T {
    for (const block of [...this.blocks].reverse()) {
      const known = block.get(key)
      if (known !== undefined) return known
    }
    const made = make()
    this.blocks.at(-1)?.set(key, made)
    return made
  }
}
