import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { Snippet } from '../../ui/Snippet';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  words: {
    margin: theme.spacing(1.5, 0, 1),
    color: quiet(theme),
    fontSize: 13,
  },
}));

const rotationFor = (team: string) => {
  const { name } = parseEntityRef(team);
  return `# rotations/${name}.yaml, in a folder of sightline.oncall.rotations.folders,
# or named by the group's annotation sightline.dev/rotation
apiVersion: sightline.dev/v1
kind: Rotation
metadata:
  name: ${name}
spec:
  team: ${name}
  timezone: Europe/Amsterdam
  from: 2026-01-05
  handover: Mon 09:00
  members: [ana.markovic, daniel.okonkwo]`;
};

/** Nobody keeps who is on call: the shortest way to change that. */
export const NoRotation = ({ team }: { team: string }) => {
  const classes = useStyles();
  return (
    <>
      <p className={classes.words}>
        No rotation, calendar or PagerDuty says who takes turns. This is all it
        takes:
      </p>
      <Snippet label="Rotation to add" text={rotationFor(team)} />
    </>
  );
};
