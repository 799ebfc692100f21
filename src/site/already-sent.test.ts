import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { expect, it } from 'vitest'
import { alreadySent, isAlreadySent } from './already-sent.ts'

it('says it in the words of the server that is told', () => {
  expect([...alreadySent().headers]).toEqual([...RESPONSE_ALREADY_SENT.headers])
  expect(alreadySent()).toBe(alreadySent())
  expect([alreadySent(), new Response('')].map(isAlreadySent)).toEqual([true, false])
})
