/**
 * A small validator of JSON Schema 2020-12, so that tests need no validator of the code they test. A keyword it does not
 * know throws: nothing is silently let through.
 */

type Schema = boolean | { readonly [keyword: string]: unknown }

export interface Validation {
  /** "/records/0/id: is not a string", in the order met. */
  readonly errors: readonly string[]
}

interface Options {
  /** Keys that no schema names are errors, even where the schema is open: for answers of our own. */
  readonly isClosed?: boolean
  /** What `#/…` references start from, where the schema is a part of something larger. */
  readonly root?: Schema
}

interface Result {
  readonly errors: string[]
  readonly evaluated: Set<string>
}

const ANNOTATIONS = new Set(
  '$schema $id $anchor $dynamicAnchor $defs $comment $vocabulary title description default examples example deprecated readOnly writeOnly contentMediaType'.split(
    ' ',
  ),
)

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text) => URL.canParse(text),
  'uri-reference': (text) => URL.canParse(text, 'https://example.org/'),
  email: (text) => text.includes('@'),
  regex: (text) => Boolean(new RegExp(text, 'u')),
  'media-range': (text) => text.includes('/'),
}

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value
}

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object'

export function validate(schema: Schema, value: unknown, options: Options = {}): Validation {
  const { errors } = new Validator(options.root ?? schema, options).check(schema, value, '')
  return { errors }
}

class Validator {
  private readonly root: Schema
  private readonly options: Options

  constructor(root: Schema, options: Options) {
    this.root = root
    this.options = options
  }

  check(schema: Schema, value: unknown, at: string): Result {
    const result: Result = { errors: [], evaluated: new Set() }
    if (schema === true) return result
    if (schema === false) return { ...result, errors: [`${at}: nothing may stand here`] }
    for (const [keyword, argument] of Object.entries(schema)) {
      if (ANNOTATIONS.has(keyword) || keyword === 'unevaluatedProperties') continue
      this.apply(keyword, argument, schema, value, at, result)
    }
    if (schema.unevaluatedProperties !== undefined && isObject(value))
      for (const key of Object.keys(value))
        if (!result.evaluated.has(key))
          this.merge(result, this.check(schema.unevaluatedProperties as Schema, value[key], `${at}/${key}`))
    if (this.options.isClosed && isObject(value) && schema.properties !== undefined)
      for (const key of Object.keys(value))
        if (!result.evaluated.has(key)) result.errors.push(`${at}/${key}: no schema names it`)
    return result
  }

  private merge(into: Result, from: Result): void {
    into.errors.push(...from.errors)
    if (from.errors.length === 0) for (const key of from.evaluated) into.evaluated.add(key)
  }

  private resolve(reference: string): Schema {
    if (reference === '#meta' || reference === '#') return this.root
    if (!reference.startsWith('#/')) throw new Error(`cannot follow ${reference}`)
    let found: unknown = this.root
    for (const step of reference.slice(2).split('/'))
      found = isObject(found)
        ? found[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')]
        : undefined
    if (found === undefined) throw new Error(`${reference} leads nowhere`)
    return found as Schema
  }

  private apply(
    keyword: string,
    argument: unknown,
    schema: { readonly [keyword: string]: unknown },
    value: unknown,
    at: string,
    result: Result,
  ): void {
    const fail = (words: string) => result.errors.push(`${at}: ${words}`)
    const list = argument as Schema[]
    const number = argument as number
    switch (keyword) {
      case '$ref':
        this.merge(result, this.check(this.resolve(String(argument)), value, at))
        return
      case '$dynamicRef':
        // The one use in the schemas here: a schema object of the base dialect, which is any object or boolean.
        if (!isObject(value) && typeof value !== 'boolean') fail('is not a schema')
        else if (isObject(value)) for (const key of Object.keys(value)) result.evaluated.add(key)
        return
      case 'type': {
        const actual = typeOf(value)
        const wanted = [argument].flat()
        const isWhole = actual === 'number' && Number.isInteger(value)
        if (!wanted.includes(actual) && !(isWhole && wanted.includes('integer')))
          fail(`is ${actual}, not ${wanted.join(' or ')}`)
        return
      }
      case 'enum':
        if (!list.some((each) => JSON.stringify(each) === JSON.stringify(value)))
          fail(`${JSON.stringify(value)} is none of the words`)
        return
      case 'const':
        if (JSON.stringify(argument) !== JSON.stringify(value)) fail(`is not ${JSON.stringify(argument)}`)
        return
      case 'allOf':
        for (const each of list) this.merge(result, this.check(each, value, at))
        return
      case 'anyOf':
      case 'oneOf': {
        const tries = list.map((each) => this.check(each, value, at))
        const met = tries.filter(({ errors }) => errors.length === 0)
        if (met.length === 0) fail(`fits none: ${tries.map(({ errors }) => errors[0]).join(' | ')}`)
        if (keyword === 'oneOf' && met.length > 1) fail('fits more than one')
        for (const each of met) this.merge(result, each)
        return
      }
      case 'not':
        if (this.check(argument as Schema, value, at).errors.length === 0) fail('is what it may not be')
        return
      case 'if': {
        const tried = this.check(argument as Schema, value, at)
        this.merge(result, { errors: [], evaluated: tried.errors.length === 0 ? tried.evaluated : new Set() })
        const next = tried.errors.length === 0 ? schema.then : schema.else
        if (next !== undefined) this.merge(result, this.check(next as Schema, value, at))
        return
      }
      case 'then':
      case 'else':
        return
      default:
    }
    if (this.applyToText(keyword, argument, value, fail)) return
    if (this.applyToNumber(keyword, number, value, fail)) return
    if (this.applyToList(keyword, argument, value, at, result, fail)) return
    if (this.applyToObject(keyword, argument, schema, value, at, result, fail)) return
    throw new Error(`the keyword ${keyword} is not known`)
  }

  private applyToText(
    keyword: string,
    argument: unknown,
    value: unknown,
    fail: (words: string) => void,
  ): boolean {
    const text = typeof value === 'string' ? value : null
    switch (keyword) {
      case 'minLength':
        if (text !== null && [...text].length < Number(argument)) fail('is too short')
        return true
      case 'maxLength':
        if (text !== null && [...text].length > Number(argument)) fail('is too long')
        return true
      case 'pattern':
        if (text !== null && !new RegExp(String(argument), 'u').test(text)) fail(`does not match ${argument}`)
        return true
      case 'format': {
        const holds = FORMATS[String(argument)]
        if (holds === undefined) throw new Error(`the format ${argument} is not known`)
        if (text !== null && !holds(text)) fail(`"${text}" is no ${argument}`)
        return true
      }
      default:
        return false
    }
  }

  private applyToNumber(
    keyword: string,
    argument: number,
    value: unknown,
    fail: (words: string) => void,
  ): boolean {
    const tests: Readonly<Record<string, (number: number) => boolean>> = {
      minimum: (number) => number >= argument,
      maximum: (number) => number <= argument,
      exclusiveMinimum: (number) => number > argument,
      exclusiveMaximum: (number) => number < argument,
      multipleOf: (number) => number % argument === 0,
    }
    const holds = tests[keyword]
    if (holds === undefined) return false
    if (typeof value === 'number' && !holds(value)) fail(`${value} breaks ${keyword} ${argument}`)
    return true
  }

  private applyToList(
    keyword: string,
    argument: unknown,
    value: unknown,
    at: string,
    result: Result,
    fail: (words: string) => void,
  ): boolean {
    const values = Array.isArray(value) ? value : null
    switch (keyword) {
      case 'items':
        values?.forEach((each, index) => {
          result.errors.push(...this.check(argument as Schema, each, `${at}/${index}`).errors)
        })
        return true
      case 'minItems':
        if (values !== null && values.length < Number(argument)) fail('has too few')
        return true
      case 'maxItems':
        if (values !== null && values.length > Number(argument)) fail('has too many')
        return true
      case 'uniqueItems':
        if (values !== null && new Set(values.map((each) => JSON.stringify(each))).size !== values.length)
          fail('has one twice')
        return true
      default:
        return false
    }
  }

  private applyToObject(
    keyword: string,
    argument: unknown,
    schema: { readonly [keyword: string]: unknown },
    value: unknown,
    at: string,
    result: Result,
    fail: (words: string) => void,
  ): boolean {
    const own = isObject(value) ? value : null
    const parts = argument as Record<string, Schema>
    const visit = (key: string, part: Schema) => {
      if (own === null) return
      result.errors.push(...this.check(part, own[key], `${at}/${key}`).errors)
      result.evaluated.add(key)
    }
    switch (keyword) {
      case 'properties':
        for (const [key, part] of Object.entries(parts))
          if (own !== null && Object.hasOwn(own, key)) visit(key, part)
        return true
      case 'patternProperties':
        for (const [pattern, part] of Object.entries(parts))
          for (const key of Object.keys(own ?? {})) if (new RegExp(pattern, 'u').test(key)) visit(key, part)
        return true
      case 'additionalProperties': {
        const named = Object.keys((schema.properties as object | undefined) ?? {})
        const patterns = Object.keys((schema.patternProperties as object | undefined) ?? {})
        for (const key of Object.keys(own ?? {}))
          if (!named.includes(key) && !patterns.some((pattern) => new RegExp(pattern, 'u').test(key)))
            visit(key, argument as Schema)
        return true
      }
      case 'propertyNames':
        for (const key of Object.keys(own ?? {}))
          result.errors.push(...this.check(argument as Schema, key, `${at} (the key ${key})`).errors)
        return true
      case 'required':
        for (const key of argument as string[])
          if (own !== null && !Object.hasOwn(own, key)) fail(`lacks ${key}`)
        return true
      case 'minProperties':
        if (own !== null && Object.keys(own).length < Number(argument)) fail('has too few keys')
        return true
      case 'maxProperties':
        if (own !== null && Object.keys(own).length > Number(argument)) fail('has too many keys')
        return true
      case 'dependentRequired':
        for (const [key, needed] of Object.entries(argument as Record<string, string[]>))
          if (own !== null && Object.hasOwn(own, key))
            for (const each of needed) if (!Object.hasOwn(own, each)) fail(`has ${key} and lacks ${each}`)
        return true
      case 'dependentSchemas':
        for (const [key, part] of Object.entries(parts))
          if (own !== null && Object.hasOwn(own, key)) this.merge(result, this.check(part, own, at))
        return true
      default:
        return false
    }
  }
}
