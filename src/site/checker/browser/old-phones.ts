/** What the oldest phones that still open secure pages lack in their standard library; each is put in only where it is missing. */

function addMissing(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index]
}

function replaceAll(this: string, from: string, to: string): string {
  return this.split(from).join(to)
}

function fromEntries(entries: Iterable<readonly [string, unknown]>): object {
  const made: Record<string, unknown> = {}
  for (const [key, value] of entries) made[key] = value
  return made
}

function flatMap(this: readonly unknown[], change: (value: unknown, index: number) => unknown): unknown[] {
  return ([] as unknown[]).concat(...this.map((value, index) => change(value, index)))
}

addMissing(Array.prototype, 'at', at)
addMissing(Array.prototype, 'flatMap', flatMap)
addMissing(String.prototype, 'replaceAll', replaceAll)
addMissing(Object, 'fromEntries', fromEntries)
