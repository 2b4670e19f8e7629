// The shop served by graphql-yoga on node:http, as its guide sets it up; says its address, then serves.
import { createServer } from 'node:http'
import { createYoga } from 'graphql-yoga'
import { loaders, schema } from './shop.mjs'

const yoga = createYoga({ schema, context: loaders, logging: false, graphiql: false })
const server = createServer(yoga)
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
