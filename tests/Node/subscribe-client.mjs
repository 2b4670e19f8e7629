// The official client of graphql-ws or graphql-sse, driven by lines: [command, ...arguments] in, one line of JSON out.
import { createInterface } from 'node:readline'
import WebSocket from 'ws'
import { createClient as createSocketClient } from 'graphql-ws'
import { createClient as createEventClient } from 'graphql-sse'

const [transport, url, given] = process.argv.slice(2)
const options = { retryAttempts: 50, retryWait: () => new Promise((done) => setTimeout(done, 50)), ...JSON.parse(given ?? '{}') }
const log = []
let socket
const client = transport === 'ws'
  ? createSocketClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      shouldRetry: () => true,
      on: {
        opened: (opened) => { socket = opened },
        connected: () => log.push('connected'),
        closed: (event) => log.push(`closed ${event.code} ${event.reason}`.trim()),
        error: () => log.push('error'),
      },
      ...options,
    })
  : createEventClient({
      url,
      retry: options.retryWait,
      on: { connecting: () => log.push('connecting'), connected: () => log.push('connected') },
      ...options,
    })

const subscriptions = {}
const commands = {
  open(name, query, variables) {
    const state = (subscriptions[name] = { next: [], ended: null, changed: () => {} })
    state.stop = client.subscribe({ query, variables }, {
      next(result) { state.next.push(result); state.changed() },
      error(error) { state.ended = { error: Array.isArray(error) ? error : String(error.message ?? error.reason ?? error) }; state.changed() },
      complete() { state.ended ??= { complete: true }; state.changed() },
    })
    return 'opened'
  },
  // Answers once there are that many events, or the subscription has ended.
  async wait(name, count) {
    const state = subscriptions[name]
    while (state.next.length < count && !state.ended) await new Promise((changed) => { state.changed = changed })
    return { next: state.next, ended: state.ended }
  },
  stop(name) {
    subscriptions[name].stop()
    return 'stopped'
  },
  cut() {
    socket.terminate()
    return 'cut'
  },
  async dispose() {
    await client.dispose()
    return 'disposed'
  },
  log: () => log,
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...rest] = JSON.parse(line)
  console.log(JSON.stringify(await commands[command](...rest)))
}
