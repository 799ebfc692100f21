/** The entry `key` of what may be no object at all. */
export const readEntry = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
