import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { goToSignIn, problemOf } from '../shared/api';

const noticeSignOut = (error: unknown) => {
  if (problemOf(error).kind === 'signedOut') goToSignIn();
};

const client = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: {
      // A question that found no server is asked again; one that was answered, with no, is not.
      retry: (failures, error) => problemOf(error).kind === 'offline' && failures < 2,
      staleTime: 5_000,
      // A plant's network has no internet: the browser's opinion of being online says nothing about the server.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const Providers = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
