/**
 * Requests and answers that only hold what they were given, for a thread that does nothing but ask its own site: those of
 * the web stand ready to be streamed, cloned and aborted, and cost a sixth of an export's time.
 */

/** What a site does with headers: names are the same in any case. */
export class PlainHeaders {
  private readonly values = new Map<string, string>()

  constructor(given: HeadersInit | PlainHeaders = {}) {
    const pairs = Symbol.iterator in given ? [...given] : Object.entries(given)
    for (const [name, value] of pairs) this.append(String(name), String(value))
  }

  get(name: string): string | null {
    return this.values.get(name.toLowerCase()) ?? null
  }
  has(name: string): boolean {
    return this.values.has(name.toLowerCase())
  }
  set(name: string, value: string): void {
    this.values.set(name.toLowerCase(), String(value))
  }
  append(name: string, value: string): void {
    const known = this.get(name)
    this.set(name, known === null ? value : `${known}, ${value}`)
  }
  delete(name: string): void {
    this.values.delete(name.toLowerCase())
  }
  getSetCookie(): string[] {
    return []
  }
  forEach(each: (value: string, name: string) => void): void {
    for (const [name, value] of this.values) each(value, name)
  }
  keys = () => this.values.keys()
  entries = () => this.values.entries();
  [Symbol.iterator] = () => this.values[Symbol.iterator]()
}

interface PlainInit {
  readonly status?: number
  readonly headers?: HeadersInit | PlainHeaders
}

/** An answer whose body is a text or bytes; `body` gives it back as it is, so that one answer can be made from another. */
export class PlainResponse {
  readonly status: number
  readonly headers: PlainHeaders
  readonly bodyUsed = false

  constructor(
    readonly body: string | Uint8Array | null = null,
    { status = 200, headers = {} }: PlainInit = {},
  ) {
    if (body !== null && typeof body !== 'string' && !(body instanceof Uint8Array))
      throw new TypeError('a plain answer is a text or bytes')
    this.status = status
    this.headers = new PlainHeaders(headers)
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }
  async text(): Promise<string> {
    return typeof this.body === 'string' ? this.body : Buffer.from(this.body ?? '').toString()
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(Buffer.from(this.body ?? '')).buffer
  }
  clone(): PlainResponse {
    return new PlainResponse(this.body, this)
  }
}

/** A request for `address`, as far as a site looks at one. */
export const plainRequest = (address: string): Request =>
  ({ url: address, method: 'GET', headers: new PlainHeaders() }) as unknown as Request // the rest is for what is sent

/** From here on every answer made in this thread is a plain one. For a thread, or a command, of the export alone. */
export function answerPlainly(): void {
  Object.assign(globalThis, { Response: PlainResponse, Headers: PlainHeaders })
}
