import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, Form, FormTrouble, Group, Select } from '../../../shared/ui';
import type { ProposalSheet } from './documents';
import { peopleQuery, useDecide } from './dysfunctions';

const kinds = ['ACCEPTED', 'ADJUSTED', 'REFUSED'] as const;

/** The manager's word on a proposal, with the reason. */
export function DecisionForm({ proposal, plantId }: { proposal: ProposalSheet; plantId: string }) {
  const { t } = useText();
  const deciding = useDecide();
  const people = useQuery(peopleQuery(plantId));
  const [leaderId, setLeaderId] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>();
  const [reason, setReason] = useState('');
  const [adjustment, setAdjustment] = useState('');
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
          ...(kind !== 'REFUSED' && { leaderId: leaderId || null }),
        })
      }
    >
      <Group name="kind" label={t('dysfunctions.page.decide')}>
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
              rows={2}
              value={adjustment}
              onChange={(event) => setAdjustment(event.target.value)}
            />
          )}
        </Field>
      )}
      {kind && kind !== 'REFUSED' && (
        <div className="two">
          <Field name="leaderId" label={t('dysfunctions.page.leader')} hint={t('dysfunctions.page.planOpens')}>
            {(control) => (
              <Select
                {...control}
                value={leaderId}
                empty={proposal.proposedBy?.name ?? '–'}
                mayBeEmpty
                options={(people.data ?? [])
                  .filter(({ id }) => id !== proposal.proposedBy?.id)
                  .map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setLeaderId}
              />
            )}
          </Field>
        </div>
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
