/**
 * Takes the ways to the network out of this process. No parser asks for one; this is the second lock, for the case
 * that a document makes one of them do so. The first, where the system has it, is a network namespace of its own.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/** From here on, every try to open a connection (HTTP's too) or look up a name in this process throws. */
export function denyNetwork(): void {
  const refuse = () => {
    throw new Error('The process that parses documents has no network.')
  }
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
    Object.defineProperty(globalThis, name, { value: refuse, writable: false })
  net.Socket.prototype.connect = refuse
  net.Server.prototype.listen = refuse
  Object.assign(net, { connect: refuse, createConnection: refuse })
  Object.assign(dgram, { createSocket: refuse })
  refuseAll(dns, refuse)
  refuseAll(dns.promises, refuse)
  syncBuiltinESMExports()
}

function refuseAll(module: object, refuse: () => never): void {
  const names = Object.keys(module).filter((name) => /^(?:lookup|resolve|reverse)/.test(name))
  Object.assign(module, Object.fromEntries(names.map((name) => [name, refuse])))
}
