import type { Asked } from '../../../api';
import type { Brief } from '../brief/composeBrief';
import { EntityLink } from '../../../ui/EntityLink';
import { percent } from '../../../ui/figures';
import { PartyName } from '../../../ui/party/PartyName';
import { ObjectiveBadge } from '../../../ui/slo/ObjectiveBadge';
import { Age } from '../../../ui/time/Age';
import { BriefPart } from './BriefPart';
import { useOpenedStyles } from './openedStyles';

type PartProps = { brief: Asked<Brief> };

/** Objectives that are not met, worst first. */
export const BurningPart = ({ brief }: PartProps) => {
  const classes = useOpenedStyles();
  return (
    <BriefPart title="What burns" brief={brief} part={({ burning }) => burning}>
      {objectives =>
        objectives.length === 0 ? (
          <span className={classes.quiet}>Every objective is met</span>
        ) : (
          <ul className={classes.list}>
            {objectives.map(({ id, title, state, words, since }) => (
              <li key={id} className={classes.item}>
                <ObjectiveBadge of={{ state, stale: false }} />
                <span>
                  {title}: {words}
                </span>
                <span className={classes.quiet}>
                  since <Age at={since} short />
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </BriefPart>
  );
};

/** Deploys and the like, its own and of those it waits for. */
export const ChangesPart = ({ brief }: PartProps) => {
  const classes = useOpenedStyles();
  return (
    <BriefPart
      title="What changed"
      brief={brief}
      part={({ changes }) => changes}
    >
      {(changes, since = brief.value?.since) =>
        changes.length === 0 ? (
          <span className={classes.quiet}>
            Nothing that was seen
            {since && (
              <>
                {' '}
                in the last <Age at={since} short />
              </>
            )}
          </span>
        ) : (
          <ul className={classes.list}>
            {changes.map(({ at, kind, words, service }) => (
              <li key={`${at} ${kind} ${words}`} className={classes.item}>
                <Age at={at} />
                {service && (
                  <EntityLink entityRef={service.ref}>
                    {service.name}
                  </EntityLink>
                )}
                <span>{words}</span>
              </li>
            ))}
          </ul>
        )
      }
    </BriefPart>
  );
};

/** Those it waits for that are in trouble themselves. */
export const SuspectsPart = ({ brief }: PartProps) => {
  const classes = useOpenedStyles();
  return (
    <BriefPart title="Suspects" brief={brief} part={({ suspects }) => suspects}>
      {suspects =>
        suspects.length === 0 ? (
          <span className={classes.quiet}>
            None of those it waits for is in trouble
          </span>
        ) : (
          <ul className={classes.list}>
            {suspects.map(({ party, explains, words }) => (
              <li key={party.id} className={`${classes.item} ${classes.party}`}>
                <PartyName party={party} />
                <span title="Part of its errors that this can explain">
                  {percent(explains)}
                </span>
                <span className={classes.quiet}>{words}</span>
              </li>
            ))}
          </ul>
        )
      }
    </BriefPart>
  );
};
