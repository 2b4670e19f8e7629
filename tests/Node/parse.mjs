// Answers each line, a GraphQL document as a JSON string or many in an array, with what graphql-js makes of it: its print, or its
// syntax error. Halves of surrogate pairs, which messages may quote, are answered as U+FFFD.
import { createInterface } from 'node:readline'
import { parse, print } from 'graphql'

function answer(text) {
  try {
    return { printed: print(parse(text)) }
  } catch (error) {
    return { error: error.message.toWellFormed(), locations: error.locations }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line)
  console.log(JSON.stringify(Array.isArray(asked) ? asked.map(answer) : answer(asked)))
}
