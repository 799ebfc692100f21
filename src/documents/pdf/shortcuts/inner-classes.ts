/** Finds classes of pdf.js that it does not export: each names itself while the module loads. */

/** A class as it is found: what it has is looked up by name, since nothing is promised of it. */
export type InnerClass = new (...args: never[]) => object

/** Runs `load` and gives the classes of these names that named themselves meanwhile. */
export async function findInnerClasses(
  names: readonly string[],
  load: () => Promise<unknown>,
): Promise<ReadonlyMap<string, InnerClass>> {
  const found = new Map<string, InnerClass>()
  const wanted = new Set(names)
  const { defineProperty } = Object
  let isLoading = true
  Object.defineProperty = <T>(target: T, key: PropertyKey, descriptor: PropertyDescriptor): T => {
    if (key === 'name' && typeof target === 'function') {
      // pdf.js holds on to this function, and names with it every small function that it makes later, to no use.
      if (!isLoading) return target
      const name: unknown = descriptor.value
      // What names itself by one of these names is that class.
      if (typeof name === 'string' && wanted.has(name)) found.set(name, target as unknown as InnerClass)
    }
    return defineProperty(target, key, descriptor)
  }
  try {
    await load()
  } finally {
    isLoading = false
    Object.defineProperty = defineProperty
  }
  return found
}
