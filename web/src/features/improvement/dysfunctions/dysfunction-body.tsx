import './dysfunctions.css';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { About } from './about';
import { Analyses } from './analyses';
import { AnalysisForm } from './analysis-form';
import type { Written } from './analysis-values';
import { ConclusionForm, EndForm } from './conclusion-form';
import { DecisionForm } from './decision-form';
import { DescribeForm } from './describe-form';
import type { Analysis, Dysfunction } from './documents';
import { FactPart } from './fact-part';
import { Part } from './part';
import { ProposalForm } from './proposal-form';
import { Sheet } from './proposal-sheet';
import { ReferForm, Referrals } from './referrals';

type Open =
  | { form: 'describe' | 'conclude' | 'propose' | 'revise' | 'reject' | 'close' | 'refer' }
  | { form: 'analyse'; kind: Written; analysis?: Analysis };
type Props = { dysfunction: Dysfunction; plantId: string; timeZone: string };

/** A dysfunction from its facts to its decision: what waits for the reader comes first. */
export function DysfunctionBody({ dysfunction, plantId, timeZone }: Props) {
  const { t } = useText();
  const [open, setOpen] = useState<Open>();
  const leave = () => setOpen(undefined);
  const may = (name: Dysfunction['commands'][number]['command']) =>
    dysfunction.commands.find(({ command }) => command === name)?.allowed ?? false;
  const [last, ...earlier] = dysfunction.proposals;
  const waiting = last && !last.decision ? last : undefined;
  const analyse = (kind: Written, analysis?: Analysis) =>
    setOpen({ form: 'analyse', kind, ...(analysis && { analysis }) });
  const decides = waiting !== undefined && may('DECIDE');
  const edit = (form: 'describe' | 'conclude' | 'propose' | 'revise', name: string) => (
    <button type="button" className="button" onClick={() => setOpen({ form })}>
      {t(name)}
    </button>
  );
  return (
    <div className={decides ? 'dysfunction deciding' : 'dysfunction'}>
      <div className="main-part">
        {decides && (
          <Part
            title={t('dysfunctions.page.proposal')}
            end={
              <a className="button main to-form" href="#decision">
                {t('dysfunctions.page.decide')}
              </a>
            }
          >
            <Sheet proposal={waiting} timeZone={timeZone} />
          </Part>
        )}
        <Part
          title={t('dysfunctions.page.facts')}
          end={may('DESCRIBE') && edit('describe', 'dysfunctions.page.describe')}
        >
          {dysfunction.facts && <p className="words">{dysfunction.facts}</p>}
          {dysfunction.perimeter && (
            <p className="words">
              <b>{t('dysfunctions.page.perimeter')}</b> {dysfunction.perimeter}
            </p>
          )}
          {dysfunction.alertFacts && <FactPart facts={dysfunction.alertFacts} timeZone={timeZone} />}
          {dysfunction.alerts.length > 0 && (
            <p className="links">
              {dysfunction.alerts.slice(-12).map(({ id, number }) => (
                <Link key={id} className="link num" to={`/desk/alerts/${id}`}>
                  {number}
                </Link>
              ))}
            </p>
          )}
        </Part>
        <Analyses dysfunction={dysfunction} mayAnalyse={may('ANALYSE')} onAnalyse={analyse}>
          {may('ANALYSE') && edit('conclude', 'dysfunctions.page.conclude')}
        </Analyses>
        {(dysfunction.referrals.length > 0 || may('REFER')) && (
          <Part
            title={t('dysfunctions.page.referrals')}
            end={
              may('REFER') && (
                <button type="button" className="button" onClick={() => setOpen({ form: 'refer' })}>
                  {t('dysfunctions.page.refer')}
                </button>
              )
            }
          >
            {dysfunction.referrals.length === 0 && <p className="none">{t('dysfunctions.page.noReferral')}</p>}
            <Referrals referrals={dysfunction.referrals} timeZone={timeZone} />
          </Part>
        )}
        {((last && !decides) || earlier.length > 0 || may('PROPOSE')) && (
          <Part
            title={t('dysfunctions.page.proposal')}
            end={
              may('PROPOSE')
                ? edit('propose', 'dysfunctions.page.propose')
                : waiting && may('DESCRIBE') && edit('revise', 'dysfunctions.page.revise')
            }
          >
            {!last && <p className="none">{t('dysfunctions.page.noProposal')}</p>}
            {last && !decides && <Sheet proposal={last} timeZone={timeZone} />}
            {earlier.map((proposal) => (
              <details key={proposal.id}>
                <summary>
                  {t('dysfunctions.page.earlier')} ·{' '}
                  {proposal.decision && t(`dysfunctions.decision.${proposal.decision.kind}`)}
                </summary>
                <Sheet proposal={proposal} timeZone={timeZone} />
              </details>
            ))}
          </Part>
        )}
      </div>
      <div className="side-part">
        {decides && (
          <Part id="decision" title={t('dysfunctions.page.decide')} className="to-decide">
            <DecisionForm key={waiting.version} proposal={waiting} plantId={plantId} />
          </Part>
        )}
        <About dysfunction={dysfunction} timeZone={timeZone}>
          {may('CLOSE') && (
            <button type="button" className="button" onClick={() => setOpen({ form: 'close' })}>
              {t('dysfunctions.page.close')}
            </button>
          )}
          {may('REJECT') && (
            <button type="button" className="button" onClick={() => setOpen({ form: 'reject' })}>
              {t('dysfunctions.page.reject')}
            </button>
          )}
        </About>
      </div>
      {open?.form === 'describe' && <DescribeForm dysfunction={dysfunction} plantId={plantId} onLeave={leave} />}
      {open?.form === 'refer' && <ReferForm dysfunction={dysfunction} onLeave={leave} />}
      {open?.form === 'conclude' && <ConclusionForm dysfunction={dysfunction} onLeave={leave} />}
      {open?.form === 'analyse' && (
        <AnalysisForm dysfunctionId={dysfunction.id} kind={open.kind} analysis={open.analysis} onLeave={leave} />
      )}
      {(open?.form === 'propose' || open?.form === 'revise') && (
        <ProposalForm
          dysfunctionId={dysfunction.id}
          plantId={plantId}
          version={dysfunction.version}
          proposal={open.form === 'revise' ? waiting : undefined}
          onLeave={leave}
        />
      )}
      {(open?.form === 'reject' || open?.form === 'close') && (
        <EndForm dysfunction={dysfunction} close={open.form === 'close'} onLeave={leave} />
      )}
    </div>
  );
}
