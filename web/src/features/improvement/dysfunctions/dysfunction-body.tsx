import './dysfunctions.css';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { Icon, useTimes } from '../../../shared/ui';
import { AnalysisForm } from './analysis-form';
import { AnalysisPicture } from './analysis-picture';
import { type Written, written } from './analysis-values';
import { ConclusionForm, EndForm } from './conclusion-form';
import { DecisionForm } from './decision-form';
import { DescribeForm } from './describe-form';
import type { Analysis, Dysfunction } from './documents';
import { FactPart } from './fact-part';
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
  const edit = (form: 'describe' | 'conclude' | 'propose' | 'revise', name: string) => (
    <button type="button" className="button" onClick={() => setOpen({ form })}>
      {t(name)}
    </button>
  );
  return (
    <div className="dysfunction">
      <div className="main-part">
        {waiting && may('DECIDE') && (
          <Part title={t('dysfunctions.page.toDecide')} className="to-decide">
            <Sheet proposal={waiting} timeZone={timeZone} />
            <DecisionForm key={waiting.version} proposal={waiting} plantId={plantId} />
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
        <Analyses dysfunction={dysfunction} mayAnalyse={may('ANALYSE')} onOpen={setOpen}>
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
        {(last || may('PROPOSE')) && (
          <Part
            title={t('dysfunctions.page.proposal')}
            end={
              may('PROPOSE')
                ? edit('propose', 'dysfunctions.page.propose')
                : waiting && may('DESCRIBE') && edit('revise', 'dysfunctions.page.revise')
            }
          >
            {!last && <p className="none">{t('dysfunctions.page.noProposal')}</p>}
            {last && !(waiting && may('DECIDE')) && <Sheet proposal={last} timeZone={timeZone} />}
            {waiting && may('DECIDE') && <p className="none">{t('dysfunctions.page.seeAbove')}</p>}
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
      <Aside dysfunction={dysfunction} timeZone={timeZone}>
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
      </Aside>
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

type PartProps = { title: string; end?: ReactNode; className?: string; children: ReactNode };

const Part = ({ title, end, className = '', children }: PartProps) => (
  <section className={`panel part ${className}`}>
    <header>
      <h2>{title}</h2>
      {end}
    </header>
    {children}
  </section>
);

type AnalysesProps = {
  dysfunction: Dysfunction;
  mayAnalyse: boolean;
  onOpen: (open: Open) => void;
  children: ReactNode;
};

function Analyses({ dysfunction, mayAnalyse, onOpen, children }: AnalysesProps) {
  const { t } = useText();
  const tools = written.filter((kind) => kind !== 'PARETO' || dysfunction.alerts.length > 0);
  return (
    <Part title={t('dysfunctions.page.analyses')} end={children}>
      {dysfunction.conclusion && (
        <p className="words">
          <b>{t('dysfunctions.page.conclusion')}</b> {dysfunction.conclusion}
        </p>
      )}
      {dysfunction.analyses.length === 0 && <p className="none">{t('dysfunctions.page.noAnalysis')}</p>}
      {dysfunction.analyses.map((analysis) => (
        <article key={analysis.id} className="analysis">
          <header>
            <h3>{t(`dysfunctions.analysis.${analysis.kind}`)}</h3>
            <small>{analysis.by?.name}</small>
            {mayAnalyse && (
              <button
                type="button"
                className="iconbutton"
                aria-label={t('dysfunctions.page.changeAnalysis', {
                  name: t(`dysfunctions.analysis.${analysis.kind}`),
                })}
                onClick={() => onOpen({ form: 'analyse', kind: analysis.kind, analysis })}
              >
                <Icon name="pen" />
              </button>
            )}
          </header>
          <AnalysisPicture analysis={analysis} />
        </article>
      ))}
      {mayAnalyse && (
        <div className="tools">
          <span>{t('dysfunctions.page.analyseWith')}</span>
          {tools.map((kind) => (
            <button key={kind} type="button" className="button" onClick={() => onOpen({ form: 'analyse', kind })}>
              {t(`dysfunctions.analysis.${kind}`)}
            </button>
          ))}
        </div>
      )}
    </Part>
  );
}

function Aside({
  dysfunction,
  timeZone,
  children,
}: {
  dysfunction: Dysfunction;
  timeZone: string;
  children: ReactNode;
}) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const where = [dysfunction.place?.name ?? dysfunction.area?.name, dysfunction.product?.name]
    .filter(Boolean)
    .join(' · ');
  const facts: [string, ReactNode][] = [
    ['kind', t(`dysfunctions.kind.${dysfunction.kind}`)],
    ['where', where || t('alerts.wholePlant')],
    ['by', dysfunction.reportedBy?.name ?? '–'],
    ['at', times.instant(Date.parse(dysfunction.reportedAt), now)],
    [
      'need',
      dysfunction.supportNeed ? t(`dysfunctions.need.${dysfunction.supportNeed}`) : t('dysfunctions.page.needUnsaid'),
    ],
  ];
  return (
    <aside className="panel part">
      <dl className="about">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name === 'need' ? 'dysfunctions.page.need' : `dysfunctions.page.column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {dysfunction.actionPlan && (
        <p className="words">
          <b>{t('dysfunctions.page.plan')}</b>
          <Link className="link num" to={`/desk/improvement/plans/${dysfunction.actionPlan.id}`}>
            {dysfunction.actionPlan.number}
          </Link>
        </p>
      )}
      {dysfunction.reason && (
        <p className="words">
          <b>{t('dysfunctions.page.reason')}</b> {dysfunction.reason}
        </p>
      )}
      <h3>{t('dysfunctions.page.history')}</h3>
      <ol className="steps">
        {dysfunction.history.map((step) => (
          <li key={step.version}>
            <b>{t(`dysfunctions.step.${step.kind}`)}</b>
            <small>
              {step.by?.name} · <time>{times.instant(Date.parse(step.at), now)}</time>
            </small>
          </li>
        ))}
      </ol>
      <div className="ends">{children}</div>
    </aside>
  );
}
