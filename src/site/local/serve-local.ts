/** Opens the local page on a port of this machine, and closes it again. */
import { type Address, type OpenServer, openServer } from '../open-server.ts'
import { createLocalApp, type LocalAppOptions } from './app.tsx'

/** Throws as `openServer` does. Closing it stops all work. */
export async function serveLocal(options: LocalAppOptions & Address): Promise<OpenServer> {
  const app = createLocalApp(options)
  const server = await openServer(app.fetch, options)
  return {
    url: server.url,
    close() {
      app.close()
      return server.close()
    },
  }
}
