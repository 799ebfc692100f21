/** JSON-RPC 2.0 messages: what comes in is checked here, and nowhere after. */

export type RpcId = string | number

export interface RpcRequest {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** Null for a notification, which gets no answer. */
  readonly id: RpcId | null
}

export const RPC = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
} as const

/** What a caller did wrong; `message` says what, and what to do. */
export class RpcError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.name = 'RpcError'
    this.code = code
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A message that is a response has no method: this server asks nothing, so it is let pass. */
export const isResponse = (message: unknown): boolean =>
  isObject(message) && !('method' in message) && ('result' in message || 'error' in message)

/** Throws RpcError `invalidRequest`. */
export function readRequest(message: unknown): RpcRequest {
  if (!isObject(message) || message.jsonrpc !== '2.0' || typeof message.method !== 'string')
    throw new RpcError(
      RPC.invalidRequest,
      'This is no JSON-RPC 2.0 request. Send {"jsonrpc":"2.0","id":1,"method":"…","params":{…}}.',
    )
  const { id, method, params = {} } = message
  const isNotification = id === undefined
  if (!isNotification && typeof id !== 'string' && typeof id !== 'number')
    throw new RpcError(RPC.invalidRequest, 'The id is neither text nor a number. Give one of them.')
  if (!isObject(params))
    throw new RpcError(RPC.invalidRequest, 'params is no object. Send {} where there are none.')
  return { method, params, id: isNotification ? null : (id as RpcId) } // seen just now
}

export const rpcResult = (id: RpcId, result: object): object => ({ jsonrpc: '2.0', id, result })

export const rpcError = (id: RpcId | null, { code, message }: RpcError): object => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
})
