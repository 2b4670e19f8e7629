import './evidence.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { CriterionRow } from './criterion-row';
import { dayIn } from './days';
import { type Asked, type Competence, type Evidence, evidenceQuery, sharedWithMeQuery } from './evidence';
import { ShareBox } from './share-box';

type BodyProps = {
  asked: Asked;
  plantId: string;
  timeZone: string;
  /** The path of one's own evidence; that of somebody else is under it. */
  page: string;
};

/** What a person can show for the certification: blocks, competences, criteria, and whom the person shares it with. */
export function EvidenceBody({ asked, plantId, timeZone, page }: BodyProps) {
  const { t } = useText();
  const { data, error } = useQuery(evidenceQuery(asked));
  if (error) return <Trouble error={error} said={asked.personId ? t('evidence.notShared') : undefined} />;
  if (!data) return null;
  return (
    <div className="evidence">
      <div className="opening">
        <About evidence={data} />
        {data.isOwn && <ShareBox plantId={plantId} timeZone={timeZone} shares={data.sharedWith} />}
        {data.isOwn && <SharedWithMe page={page} />}
      </div>
      {data.blocks.map((block) => (
        <section key={block.code ?? 'E'}>
          <h2>
            {block.code && <span className="num">{block.code}</span>} {block.name}
          </h2>
          {block.competences.map((competence) => (
            <CompetencePanel key={competence.id} competence={competence} asked={asked} timeZone={timeZone} />
          ))}
        </section>
      ))}
    </div>
  );
}

function About({ evidence }: { evidence: Evidence }) {
  const { t, language } = useText();
  const until = evidence.sharedWith[0]?.until;
  return (
    <p className="about">
      {evidence.isOwn
        ? t('evidence.about')
        : t(until ? 'evidence.aboutOtherUntil' : 'evidence.aboutOther', {
            person: evidence.person.name,
            day: until && dayIn(until, language),
          })}
    </p>
  );
}

/** Whose evidence one may read besides. */
function SharedWithMe({ page }: { page: string }) {
  const { t, language } = useText();
  const { data = [] } = useQuery(sharedWithMeQuery);
  if (data.length === 0) return null;
  return (
    <section className="panel share">
      <h3>{t('evidence.share.forMe')}</h3>
      <ul>
        {data.map(({ id, person, until }) => (
          <li key={id}>
            <Link className="link" to={`${page}/${person.id}`}>
              {person.name}
            </Link>
            {until && <small>{t('evidence.share.till', { day: dayIn(until, language) })}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type PanelProps = { competence: Competence; asked: Asked; timeZone: string };

function CompetencePanel({ competence, asked, timeZone }: PanelProps) {
  const { t } = useText();
  const isSurroundings = competence.id === 'E';
  return (
    <section className="panel competence" aria-label={competence.name}>
      <header>
        {!isSurroundings && (
          <h3>
            <span className="num">{competence.id}</span> {competence.name}
          </h3>
        )}
        <ul className="counts">
          {(['shown', 'empty', 'toObserve'] as const)
            .filter((state) => competence[state] > 0)
            .map((state) => (
              <li key={state} className={state}>
                {t(`evidence.${state}Count`, { count: competence[state] })}
              </li>
            ))}
        </ul>
      </header>
      <ul className="criteria">
        {competence.criteria.map((criterion) => (
          <li key={criterion.id}>
            <CriterionRow criterion={criterion} asked={asked} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
