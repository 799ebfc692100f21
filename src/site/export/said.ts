/**
 * What a page of the site says, as a short row of numbers: many pages are made again because what they rest on changed, and come
 * out as they were. What a copy makes of such a page is not made again.
 */
import { hash } from 'node:crypto'
import { isPage } from './make-file.ts'
import type { Answer } from './maker.ts'

/** The first 128 bits of a SHA-256 of all that a copy makes a page of. */
export type Said = readonly number[]

/** Numbers in it. */
export const SAID_LENGTH = 4

/** Null for what is no page; `days` are those that the page leads to in the copy. */
export function saidBy(answer: Answer, days: readonly string[]): Said | null {
  if (!isPage(answer) || typeof answer.body !== 'string') return null
  const digest = hash('sha256', `${days.join()}\n${answer.body}`, 'buffer')
  return Array.from({ length: SAID_LENGTH }, (_, at) => digest.readInt32LE(4 * at))
}

export const isSameSaid = (one: Said, other: Said): boolean => one.every((number, at) => number === other[at])
