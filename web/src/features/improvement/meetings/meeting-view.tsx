import '../actions/actions.css';
import '../dysfunctions/dysfunctions.css';
import './meetings.css';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { PlanMark } from '../plans/plan-mark';
import { ActionsTopic } from './actions-topic';
import { BornTopic } from './born-topic';
import { Clock } from './clock';
import { CloseTopic } from './close-topic';
import type { MeetingPlan } from './documents';
import { type Held, useDraft } from './draft';
import { useEnding } from './ending';
import { useKeys } from './keys';
import { AnalysisTopic, analysesOf, IndicatorTopic } from './picture-topics';
import { BeforeTopic, PresentTopic, StandingTopic } from './plan-topics';

export type TopicProps = { plan: MeetingPlan; held: Held; timeZone: string; mayHold: boolean };

const topics = ['present', 'standing', 'before', 'actions', 'analysis', 'indicator', 'born', 'close'] as const;
type Topic = (typeof topics)[number];

const drawn: Record<Exclude<Topic, 'close'>, React.FC<TopicProps>> = {
  present: PresentTopic,
  standing: StandingTopic,
  before: BeforeTopic,
  actions: ActionsTopic,
  analysis: AnalysisTopic,
  indicator: IndicatorTopic,
  born: BornTopic,
};

/** Of what there is nothing, nothing is asked; who may not hold the meeting reads what is there. */
const topicsOf = (plan: MeetingPlan, mayHold: boolean): Topic[] =>
  topics.filter((topic) => {
    if (topic === 'analysis') return analysesOf(plan).length > 0;
    if (topic === 'indicator') return plan.indicators.length > 0;
    return mayHold || !['present', 'born', 'close'].includes(topic);
  });

type Props = { plan: MeetingPlan; meId: string; timeZone: string; mayHold: boolean; back: string };

/** The five minutes of a plan, on a wall or at a desk: one thing after the other, by the keyboard or a press. */
export function MeetingView({ plan, meId, timeZone, mayHold, back }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const held = useDraft(meId, plan.id);
  const { error } = useEnding(held, () => void navigate(back));
  const shown = topicsOf(plan, mayHold);
  const [chosen, setChosen] = useState<Topic>(held.draft.sending ? 'close' : (shown[0] ?? 'standing'));
  const topic = held.draft.sending ? 'close' : shown.includes(chosen) ? chosen : (shown[0] ?? 'standing');
  const at = shown.indexOf(topic);
  const heading = useRef<HTMLHeadingElement>(null);
  const go = (to: Topic | undefined, focus?: string) => {
    if (!to || held.draft.sending) return;
    if (mayHold) held.start();
    setChosen(to);
    setWanted(focus ?? 'heading');
  };
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (!wanted) return;
    const field = wanted === 'heading' ? heading.current : document.getElementById(wanted);
    field?.focus();
    document.querySelector('.topics [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    setWanted(undefined);
  }, [wanted]);
  useKeys((key) => {
    if (key === 'ArrowRight') go(shown[at + 1]);
    else if (key === 'ArrowLeft') go(shown[at - 1]);
    else if (key === 'n' && mayHold) go('born', 'meeting-what');
    else if (key === 'd' && mayHold) go('born', 'meeting-decision');
    else return false;
    return true;
  });
  const Shown = topic === 'close' ? undefined : drawn[topic];
  const end = () => held.end(plan.currentStep?.code ?? null);
  return (
    <>
      <header className="meeting-head">
        <div className="what">
          <h1>{plan.title}</h1>
          <p>
            {plan.method.name} <span className="num">{plan.number}</span>
            {plan.currentStep && ` · ${plan.currentStep.name}`} <PlanMark plan={plan} />
          </p>
        </div>
        {mayHold && <Clock draft={held.draft} />}
        <FullScreen />
        <Link className="iconbutton" to={back} aria-label={t('meetings.leave')}>
          <Icon name="close" />
        </Link>
      </header>
      <nav className="topics" aria-label={t('meetings.topics')}>
        <ol>
          {shown.map((each, index) => (
            <li key={each}>
              <button
                type="button"
                aria-current={each === topic ? 'step' : undefined}
                disabled={held.draft.sending !== null}
                onClick={() => go(each)}
              >
                <b>{index + 1}</b> {t(`meetings.topic.${each}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <main className={`topic of-${topic}`}>
        <h2 ref={heading} tabIndex={-1}>
          {t(`meetings.asks.${topic}`)}
        </h2>
        {Shown ? (
          <Shown plan={plan} held={held} timeZone={timeZone} mayHold={mayHold} />
        ) : (
          <CloseTopic plan={plan} held={held} error={error} onEnd={end} />
        )}
      </main>
      <footer className="meeting-foot">
        {at > 0 && (
          <button
            type="button"
            className="button"
            disabled={held.draft.sending !== null}
            onClick={() => go(shown[at - 1])}
          >
            <Icon name="left" />
            <span>{t(`meetings.topic.${shown[at - 1]}`)}</span>
          </button>
        )}
        <p className="hint">{t(mayHold ? 'meetings.keys' : 'meetings.readOnly')}</p>
        {at < shown.length - 1 && (
          <button type="button" className="button main" onClick={() => go(shown[at + 1])}>
            <span>{t(`meetings.topic.${shown[at + 1]}`)}</span>
            <Icon name="right" />
          </button>
        )}
      </footer>
    </>
  );
}

export function FullScreen() {
  const { t } = useText();
  if (!document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      className="iconbutton"
      aria-label={t('meetings.fullScreen')}
      onClick={() =>
        void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
      }
    >
      <Icon name="screen" />
    </button>
  );
}
