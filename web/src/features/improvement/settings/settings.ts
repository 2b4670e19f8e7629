import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf, type VariablesOf } from '../../../shared/api';

const settingsDocument = graphql(`
  query PlanSettings($plantId: UUID!) {
    planSettings(plantId: $plantId) { costLimit { amount } cutOffs { level at } version }
    stopCost(plantId: $plantId) { perHour version }
    methods(plantId: $plantId) { code name levels { code name } }
  }
`);
const saveSettingsDocument = graphql(`
  mutation SavePlanSettings($input: SavePlanSettingsInput!) {
    savePlanSettings(input: $input) { settings { version } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const saveStopCostDocument = graphql(`
  mutation SaveStopCost($input: SaveStopCostInput!) {
    saveStopCost(input: $input) { stopCost { version } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);

export type Settings = ResultOf<typeof settingsDocument>;

/** What plans of a plant are held to, and what a stopped hour costs. */
export const settingsQuery = (plantId: string) =>
  queryOptions({ queryKey: ['plan-settings', plantId], queryFn: () => ask(settingsDocument, { plantId }) });

type Given<Variables extends { input: unknown }> = Omit<Variables['input'], 'clientId'>;

function useSaved<Input>(send: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    // Also after a conflict: what somebody else wrote holds now, and what is typed stays.
    onSettled: () => client.invalidateQueries({ queryKey: ['plan-settings'] }),
  });
}

export const useSaveSettings = (onDone: () => void) =>
  useSaved(
    (input: Given<VariablesOf<typeof saveSettingsDocument>>) =>
      command(saveSettingsDocument, { input: { ...input, clientId: newClientId() } }),
    onDone,
  );
export const useSaveStopCost = (onDone: () => void) =>
  useSaved(
    (input: Given<VariablesOf<typeof saveStopCostDocument>>) =>
      command(saveStopCostDocument, { input: { ...input, clientId: newClientId() } }),
    onDone,
  );
