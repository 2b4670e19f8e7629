import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newClientId } from '../../shared/api';

export type Input<Variables extends { input: unknown }> = Omit<Variables['input'], 'clientId'>;

/** What is asked again once a plan or one of its actions changed. */
export const touched = [['plan'], ['plans'], ['actions'], ['action'], ['dysfunction']];

/**
 * Sends one order about plans or actions. The same words are the same intention, which keeps its id: pressed again after a lost
 * network, it is done once.
 */
export function useOrder<Given, Result>(send: (input: Given & { clientId: string }) => Promise<Result>) {
  const client = useQueryClient();
  const [intention, setIntention] = useState<{ key: string; id: string }>();
  return useMutation({
    mutationFn: (input: Given) => {
      const key = JSON.stringify(input);
      const clientId = intention?.key === key ? intention.id : newClientId();
      setIntention({ key, id: clientId });
      return send({ ...input, clientId });
    },
    onSuccess: () => Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
