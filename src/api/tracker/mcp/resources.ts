/** The tracker as MCP resources: every topic by its address in the API, and any record by a template. */
import { clip } from '../http/asked.ts'
import { Problem } from '../http/problem.ts'
import { RPC, RpcError } from './json-rpc.ts'
import type { Ask } from './tool.ts'

const RESOURCE_NOT_FOUND = -32002
const JSON_TYPE = 'application/json'

export async function listResources(ask: Ask): Promise<object> {
  const { records } = (await ask('/api/v1/topics', { limit: '200' })) as unknown as {
    records: readonly {
      readonly self: string
      readonly id: string
      readonly title: string
      readonly summary: string
    }[]
  } // the list of topics
  return {
    resources: records.map(({ self, id, title, summary }) => {
      return { uri: self, name: id, title, description: summary, mimeType: JSON_TYPE }
    }),
  }
}

export const listTemplates = (base: string): object => ({
  resourceTemplates: [
    {
      uriTemplate: `${base}/api/v1/{list}/{id}`,
      name: 'record',
      title: 'Any record of the tracker',
      description: 'A record with its sources, by its list (topics, commitments, deadlines…) and id.',
      mimeType: JSON_TYPE,
    },
  ],
})

/** Throws RpcError for an address that is not ours or holds nothing. */
export async function readResource(uri: unknown, base: string, ask: Ask): Promise<object> {
  if (typeof uri !== 'string' || uri.length > 500)
    throw new RpcError(RPC.invalidParams, 'uri is missing. Give one that resources/list names.')
  const url = uri.startsWith(`${base}/api/v1/`) && URL.canParse(uri) ? new URL(uri) : null
  const path = url === null ? '' : uri.slice(base.length).split(/[?#]/)[0]
  const missing = new RpcError(
    RESOURCE_NOT_FOUND,
    `There is no resource "${clip(uri)}". resources/list names those there are.`,
  )
  if (!url || !path) throw missing
  try {
    const value = await ask(path, Object.fromEntries(url.searchParams))
    return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(value) }] }
  } catch (error) {
    if (error instanceof Problem && error.code === 'address_unknown') throw missing
    if (error instanceof Problem) throw new RpcError(RPC.invalidParams, error.message)
    throw error
  }
}
