// Runs graphql-http's audits of a server against the address given, and answers with all results as one line of JSON.
import { serverAudits } from 'graphql-http'

const audits = serverAudits({ url: process.argv[2] })
const results = []
for (const { id, name, fn } of audits) {
  const { status, reason } = await fn()
  results.push({ id, name, status, reason: reason ?? null })
}
console.log(JSON.stringify(results))
