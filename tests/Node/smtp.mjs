// A real SMTP server that accepts, refuses, delays and drops by plan, and writes what it accepted as lines of JSON.
// Argument: { key, cert, user, password, plan }. First line out: { port }. A line in replaces the plan and is answered by { plan }.
// Plan: { refuse: { address: "550 text" }, seed, chances: { refuse, refuseData, delay, drop, hangUp }, longestDelay (ms) }.
import { createInterface } from 'node:readline'
import { SMTPServer } from 'smtp-server'

const given = JSON.parse(process.argv[2] ?? '{}')
let plan = given.plan ?? {}
let state = 1

function seeded() {
  // Mulberry32: the same plan refuses the same attempts.
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const happens = (what) => (plan.chances?.[what] ?? 0) > 0 && seeded() < plan.chances[what]
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)

function refusal(text) {
  const error = new Error(text.slice(4))
  error.responseCode = Number(text.slice(0, 3))
  return error
}

function hangUp(session) {
  for (const connection of server.connections) {
    if (connection.session.id === session.id) connection._socket.destroy()
  }
}

const server = new SMTPServer({
  authOptional: !given.user,
  authMethods: ['PLAIN', 'LOGIN'],
  disabledCommands: [...(given.user ? [] : ['AUTH']), ...(given.cert ? [] : ['STARTTLS'])],
  key: given.key,
  cert: given.cert,
  disableReverseLookup: true,
  closeTimeout: 100,
  logger: false,
  onConnect(session, done) {
    if (!happens('hangUp')) return done()
    say({ event: 'hangUp' })
    setImmediate(() => hangUp(session))
  },
  onAuth(auth, session, done) {
    say({ event: 'auth', user: auth.username, right: auth.password === given.password, encrypted: session.secure })
    return auth.username === given.user && auth.password === given.password ? done(null, { user: auth.username }) : done(refusal('535 wrong credentials'))
  },
  onRcptTo(address, session, done) {
    const text = plan.refuse?.[address.address] ?? (happens('refuse') ? '451 busy, come back' : undefined)
    if (!text) return done()
    say({ event: 'refused', to: address.address, text })
    return done(refusal(text))
  },
  onData(stream, session, done) {
    const chunks = []
    const dropped = happens('drop')
    stream.on('data', (chunk) => {
      chunks.push(chunk)
      if (dropped && chunks.length === 1) {
        say({ event: 'drop' })
        hangUp(session)
      }
    })
    stream.on('end', () => {
      if (dropped) return
      if (happens('refuseData')) {
        say({ event: 'refusedData' })
        return done(refusal('452 no room'))
      }
      const accept = () => {
        say({
          event: 'mail',
          from: session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map((to) => to.address),
          encrypted: session.secure,
          source: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      }
      if (plan.silent) return
      if (happens('delay')) setTimeout(accept, Math.floor(seeded() * (plan.longestDelay ?? 500)))
      else accept()
    })
  },
})

// A client that was killed: its connection ends as it ends.
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => {
  state = plan.seed ?? 1
  say({ port: server.server.address().port })
})
createInterface({ input: process.stdin }).on('line', (line) => {
  plan = JSON.parse(line)
  state = plan.seed ?? state
  say({ event: 'plan' })
}).on('close', () => process.exit())
