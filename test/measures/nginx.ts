// nginx serving one page from a file, as the peer of a site that serves the same bytes.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface StaticServer {
  readonly url: string
  readonly version: string
  end(): void
}

/** Null where nginx is not installed. The page is at /page.html, with the headers that ours has. */
export async function serveWithNginx(
  page: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<StaticServer | null> {
  const told = spawnSync('nginx', ['-v'], { encoding: 'utf8' })
  if (told.error) return null
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-nginx-'))
  const port = await freePort()
  writeFileSync(join(folder, 'page.html'), page)
  const added = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}";`)
  // Debian's own settings where they decide the speed: sendfile, tcp_nopush, one worker a core; no log, as ours keeps none.
  const settings = `user root; daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes auto;
events { worker_connections 768; }
http { sendfile on; tcp_nopush on; access_log off; types { text/html html; } charset utf-8;
  keepalive_requests 100000000;
  server { listen 127.0.0.1:${port}; root ${folder}; ${added.join(' ')} } }`
  writeFileSync(join(folder, 'nginx.conf'), settings)
  const server = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/page.html`
  await untilAnswered(url)
  return {
    url,
    version: `nginx ${/nginx\/([\d.]+)/.exec(told.stderr)?.[1] ?? ''}`.trim(),
    end() {
      server.kill('SIGTERM')
      server.once('close', () => rmSync(folder, { recursive: true, force: true }))
    },
  }
}

async function untilAnswered(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`nginx does not answer at ${url}`)
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Requests per second that wrk counts; null where wrk is not installed. Throws where any was not answered with 2xx. */
export function countRequests(url: string, seconds: number, connections = 16): number | null {
  const told = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, url], { encoding: 'utf8' })
  if (told.error) return null
  if (/Non-2xx/.test(told.stdout)) throw new Error(`${url}: ${told.stdout}`)
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(told.stdout)?.[1]
  return rate === undefined ? null : Number(rate)
}
