import { makeStyles } from '@material-ui/core/styles';
import { ObjectiveStatus } from '@sightline/backstage-plugin-sightline-common';
import { unknownWords } from '../../../ui/evidence/unknownWords';
import { Card } from '../../../ui/panels/Card';
import { BurnWindows } from '../../../ui/slo/BurnWindows';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  how: { margin: theme.spacing(0, 0, 1), fontSize: 13, color: quiet(theme) },
}));

/** From when on somebody is told, and how near it is to that. */
export const BurnWindowsCard = ({ status }: { status: ObjectiveStatus }) => {
  const classes = useStyles();
  const { burns, unknown } = status;
  return (
    <Card title="Burn windows">
      {burns.length > 0 ? (
        <>
          <p className={classes.how}>
            An alert begins when both windows burn faster than its threshold:
            the long one proves that it matters, the short one that it still
            goes on.
          </p>
          <BurnWindows burns={burns} />
        </>
      ) : (
        <p style={{ margin: 0 }}>
          Nothing is known of how fast it burns
          {unknown && `: ${unknownWords[unknown.reason].short}`}.
        </p>
      )}
    </Card>
  );
};
