import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Field, Form, FormTrouble, Group, Select } from '../../../shared/ui';
import { CostLimit, useIsOverLimit } from '../decisions/cost-limit';
import { sponsorsQuery } from '../decisions/documents';
import { methodsQuery } from '../plans/plans';
import type { ProposalSheet } from './documents';
import { peopleQuery, useDecide } from './dysfunctions';

const kinds = ['ACCEPTED', 'ADJUSTED', 'REFUSED'] as const;
/** What improvements are mostly made by. */
const standardMethod = 'PDCA';

/** The manager's word on a proposal, with the reason; yes says by which method, who leads and who sponsors. */
export function DecisionForm({ proposal, plantId }: { proposal: ProposalSheet; plantId: string }) {
  const { t } = useText();
  const deciding = useDecide();
  const [kind, setKind] = useState<(typeof kinds)[number]>();
  const [reason, setReason] = useState('');
  const [adjustment, setAdjustment] = useState('');
  const [terms, setTerms] = useState({ method: standardMethod, leaderId: '', sponsorId: '' });
  return (
    <Form
      className="form decision"
      label={t('dysfunctions.page.decide')}
      error={deciding.error}
      onSend={() =>
        kind &&
        deciding.mutate({
          proposalId: proposal.id,
          kind,
          reason,
          expectedVersion: proposal.version,
          ...(kind === 'ADJUSTED' && { adjustment }),
          ...(kind !== 'REFUSED' && {
            method: terms.method,
            leaderId: terms.leaderId || null,
            sponsorId: terms.sponsorId || null,
          }),
        })
      }
    >
      <CostLimit plantId={plantId} cost={proposal.cost} />
      <Group name="kind" label={t('dysfunctions.page.decide')} silent>
        <div className="options">
          {kinds.map((each) => (
            <label key={each}>
              <input type="radio" name="decision" required checked={kind === each} onChange={() => setKind(each)} />
              <span>{t(`dysfunctions.page.deciding.${each}`)}</span>
            </label>
          ))}
        </div>
      </Group>
      {kind === 'ADJUSTED' && (
        <Field name="adjustment" label={t('dysfunctions.page.adjustment')}>
          {(control) => (
            <textarea
              {...control}
              required
              rows={2}
              value={adjustment}
              onChange={(event) => setAdjustment(event.target.value)}
            />
          )}
        </Field>
      )}
      {kind && kind !== 'REFUSED' && (
        <PlanTerms
          proposal={proposal}
          plantId={plantId}
          terms={terms}
          onChange={(part) => setTerms({ ...terms, ...part })}
        />
      )}
      <Field name="reason" label={t('dysfunctions.page.reason')} hint={t('dysfunctions.page.reasonHint')}>
        {(control) => (
          <textarea {...control} required rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <FormTrouble error={deciding.error} />
      <button type="submit" className="button main" disabled={!kind || deciding.isPending}>
        {t(kind ? `dysfunctions.page.submitDecision.${kind}` : 'dysfunctions.page.decide')}
      </button>
    </Form>
  );
}

type Terms = { method: string; leaderId: string; sponsorId: string };
type TermsProps = {
  proposal: ProposalSheet;
  plantId: string;
  terms: Terms;
  onChange: (part: Partial<Terms>) => void;
};

/** By what the plan that opens is carried. */
function PlanTerms({ proposal, plantId, terms, onChange }: TermsProps) {
  const { t } = useText();
  const me = useQuery(meQuery).data;
  const people = useQuery(peopleQuery(plantId)).data ?? [];
  const methods = useQuery(methodsQuery(plantId)).data ?? [];
  const sponsors = useQuery(sponsorsQuery(plantId, useIsOverLimit(plantId, proposal.cost))).data ?? [];
  const leaderId = terms.leaderId || proposal.proposedBy?.id;
  return (
    <>
      <Field
        name="method"
        label={t('plans.page.column.method')}
        hint={methods.find(({ code }) => code === terms.method)?.about}
      >
        {(control) => (
          <Select
            {...control}
            value={terms.method}
            options={methods.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(method) => onChange({ method })}
          />
        )}
      </Field>
      <Field name="leaderId" label={t('dysfunctions.page.leader')}>
        {(control) => (
          <Select
            {...control}
            value={terms.leaderId}
            empty={proposal.proposedBy?.name ?? '–'}
            mayBeEmpty
            options={people
              .filter(({ id }) => id !== proposal.proposedBy?.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => onChange({ leaderId: id })}
          />
        )}
      </Field>
      <Field name="sponsorId" label={t('plans.page.column.sponsor')} hint={t('dysfunctions.page.planOpens')}>
        {(control) => (
          <Select
            {...control}
            value={terms.sponsorId}
            empty={me && me.id !== leaderId ? me.name : t('decisions.nobodyYet')}
            mayBeEmpty
            options={sponsors
              .filter(({ id }) => id !== me?.id && id !== leaderId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => onChange({ sponsorId: id })}
          />
        )}
      </Field>
    </>
  );
}
