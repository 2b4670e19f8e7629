// The shop of the benchmarks for graphql-js: the schema that ours printed, resolvers over the data that ours wrote out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import DataLoader from 'dataloader'
import { buildSchema } from 'graphql'

const folder = process.argv[2]
const data = JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8'))
const reviewsByProduct = groups(data.reviews)
const turn = () => new Promise((resolve) => setImmediate(resolve))

export const batches = { answerLater: true }

const load = (find) =>
  new DataLoader(async (keys) => {
    if (batches.answerLater) await turn()
    return keys.map(find)
  })

export const loaders = () => ({
  suppliers: load((key) => data.suppliers[key]),
  categories: load((key) => data.categories[key]),
  countries: load((key) => data.countries[key]),
  authors: load((key) => data.authors[key]),
  reviews: load((key) => reviewsByProduct.get(key)),
})

export const schema = buildSchema(readFileSync(join(folder, 'schema.graphql'), 'utf8'))

const resolvers = {
  Query: {
    product: (_, { key }) => data.products.find((product) => product.key === key),
    products: (_, { first }) => data.products.slice(0, first),
    readings: () => data.readings,
  },
  Product: {
    supplier: (product, _, context) => context.suppliers.load(product.supplierKey),
    category: (product, _, context) => context.categories.load(product.categoryKey),
    reviews: (product, _, context) => context.reviews.load(product.key),
  },
  Supplier: { country: (supplier, _, context) => context.countries.load(supplier.countryKey) },
  Category: { parent: (category, _, context) => (category.parentKey === null ? null : context.categories.load(category.parentKey)) },
  Review: { author: (review, _, context) => context.authors.load(review.authorKey) },
}
for (const [type, fields] of Object.entries(resolvers))
  for (const [field, resolve] of Object.entries(fields)) schema.getType(type).getFields()[field].resolve = resolve

function groups(reviews) {
  const byProduct = new Map()
  for (const review of reviews) {
    if (!byProduct.has(review.productKey)) byProduct.set(review.productKey, [])
    byProduct.get(review.productKey).push(review)
  }
  return byProduct
}
