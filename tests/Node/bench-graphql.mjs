// Times graphql-js on the shop: each line asked is {step, document, variables, milliseconds, answerLater}, answered with the
// nanoseconds of one turn; without milliseconds, with what the step gives.
import { createInterface } from 'node:readline'
import { execute, getIntrospectionQuery, parse, validate } from 'graphql'
import { batches, loaders, schema } from './shop.mjs'

const steps = {
  parse: ({ document }) => () => parse(document),
  validate: ({ document }) => {
    const parsed = parse(document)
    return () => validate(schema, parsed)
  },
  // The document is parsed and validated before, as graphql-yoga caches both.
  execute: (asked) => {
    const run = object(asked)
    return async () => Buffer.from(JSON.stringify(await run()))
  },
  object,
}

function object({ document, variables }) {
  const parsed = parse(document)
  return () => execute({ schema, document: parsed, variableValues: variables, contextValue: loaders() })
}

async function time(turn, milliseconds) {
  const end = performance.now() + milliseconds
  const start = process.hrtime.bigint()
  let turns = 0
  let batch = 1
  do {
    const before = performance.now()
    for (let i = 0; i < batch; i++) {
      const given = turn()
      if (given instanceof Promise) await given
    }
    turns += batch
    if (performance.now() - before < 1) batch *= 2
  } while (performance.now() < end)
  return Number(process.hrtime.bigint() - start) / turns
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line)
  batches.answerLater = asked.answerLater ?? true
  if (asked.step === 'introspection') console.log(JSON.stringify(getIntrospectionQuery()))
  else if (asked.milliseconds) console.log(JSON.stringify(await time(steps[asked.step](asked), asked.milliseconds)))
  else console.log(String(await steps[asked.step](asked)()))
}
