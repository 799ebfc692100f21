/** The API described as OpenAPI 3.1, written from the routes and the model's own schemas. */

import { PROBLEM_CODES } from '../http/problem.ts'
import { licenceOf } from '../licence.ts'
import type { Standpoint } from '../standpoint.ts'
import { CHANGE } from './changes.ts'
import { DAY, type JsonSchema, object, oneOfWords, ref, TEXT, WHOLE } from './json-schema.ts'
import { recordSchemas } from './record-schemas.ts'
import { API_ROUTES, type ApiParameter, type ApiRoute } from './routes.ts'
import { FOUND } from './search.ts'

/** Raised with what is added; keys are never renamed within v1. */
const VERSION = '1.0.0'

const PROBLEM = object({
  type: TEXT,
  title: TEXT,
  status: WHOLE,
  detail: { ...TEXT, description: 'What happened, and what to do.' },
  code: oneOfWords(PROBLEM_CODES),
  help: TEXT,
})

const AS_AT: ApiParameter = {
  name: 'as_at',
  in: 'query',
  about: 'The tracker as it stood on this day, by when things were so.',
  schema: DAY,
}

const RECORDED_BY: ApiParameter = {
  name: 'recorded_by',
  in: 'query',
  about: 'The tracker as it was recorded by this day, or by this many changes, mistakes included.',
  schema: TEXT,
}

const problemAnswer = (description: string): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

function describeParameter({ name, in: place, about, schema }: ApiParameter): JsonSchema {
  return { name, in: place, description: about, required: place === 'path', schema }
}

function describeRoute({ name, about, parameters, response }: ApiRoute): JsonSchema {
  return {
    get: {
      operationId: name.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
      summary: about,
      parameters: [...parameters, AS_AT, RECORDED_BY].map(describeParameter),
      responses: {
        200: {
          description: 'The answer.',
          headers: { ETag: { description: 'Send it back as If-None-Match.', schema: TEXT } },
          content: { 'application/json': { schema: response } },
        },
        304: { description: 'Nothing has changed since the ETag that was sent.' },
        400: problemAnswer('A parameter is unknown or cannot be.'),
        404: problemAnswer('There is no such record on that day, or nothing was recorded by then.'),
        501: problemAnswer('The record is too large for this answer.'),
        503: problemAnswer('The record cannot be read now; try again.'),
      },
    },
  }
}

/** The whole description; a plain value in a fixed order. */
export function describeApi({ settings, base }: Pick<Standpoint, 'settings' | 'base'>): JsonSchema {
  const { name, address } = licenceOf(settings)
  return {
    openapi: '3.1.1',
    info: {
      title: `${settings.title}: the record for machines`,
      version: VERSION,
      summary: settings.summary,
      description:
        'No key. Read only. Keys and values are added and never renamed within v1; ignore those you do not know.',
      ...(address === null ? {} : { license: { name, url: address } }),
    },
    servers: [{ url: base }],
    paths: Object.fromEntries(API_ROUTES.map((route) => [route.path, describeRoute(route)])),
    components: { schemas: { ...recordSchemas(), Change: CHANGE, Found: FOUND, Problem: PROBLEM } },
  }
}
