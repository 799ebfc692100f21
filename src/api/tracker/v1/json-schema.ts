/** JSON Schema as OpenAPI 3.1 holds it, and the schemas that many answers share. */
export type JsonSchema = { readonly [key: string]: unknown }

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] })
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
export const TEXT: JsonSchema = { type: 'string' }
export const WHOLE: JsonSchema = { type: 'integer' }
export const DAY: JsonSchema = { type: 'string', format: 'date' }
export const MOMENT: JsonSchema = { type: 'string', format: 'date-time' }
export const ADDRESS: JsonSchema = { type: 'string', format: 'uri' }
export const oneOfWords = (words: readonly string[]): JsonSchema => ({ type: 'string', enum: [...words] })

/** All properties are always there unless named in `optional`. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  { optional = [], about }: { optional?: readonly string[]; about?: string } = {},
): JsonSchema {
  return {
    type: 'object',
    ...(about === undefined ? {} : { description: about }),
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
  }
}
