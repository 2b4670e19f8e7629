import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './graphiql.css';

// A question that can be run at once, in no language of its own, where GraphiQL would have a page of English.
const question = `query Lines {
  lines {
    code
    name
  }
}
`;

const root = document.getElementById('root');
if (root)
  createRoot(root).render(<GraphiQL fetcher={createGraphiQLFetcher({ url: '/graphql' })} defaultQuery={question} />);
