import { expect, it } from 'vitest'
import { faultsIn } from './valid-html.ts'

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>A page</title></head><body><main>${body}</main></body></html>`

it.each([
  ['a list item outside a list', '<li>alone</li>'],
  ['one id twice', '<p id="a">one</p><p id="a">two</p>'],
  ['a block inside a paragraph', '<p><div>inside</div></p>'],
  ['a made-up attribute value', '<button type="press">Go</button>'],
  ['an address with a space in it', '<a href="data:text/plain,a b">see</a>'],
])('finds %s', async (_, body) => {
  expect(await faultsIn(page(body), 'page')).not.toEqual([])
})

it.each([
  ['a plain page', '<h1>Title</h1><p>Words with a <a href="/search?q=a%20b&amp;on=x#é">link</a>.</p>'],
])('finds nothing in %s', async (_, body) => {
  expect(await faultsIn(page(body), 'page')).toEqual([])
})
