/** Opens a tracker's public site on a port of this machine. */
import { type Address, type OpenServer, openServer } from '../open-server.ts'
import { createTrackerSite } from './app.tsx'
import type { TrackerSiteOptions } from './respond.ts'

/** Throws as `openServer` does. */
export function serveTracker(options: TrackerSiteOptions & Address): Promise<OpenServer> {
  const app = createTrackerSite(options)
  return openServer((request) => app.fetch(request), options)
}
