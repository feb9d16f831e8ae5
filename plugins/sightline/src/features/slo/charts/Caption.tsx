import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Button } from '../../../ui/Button';
import { quiet } from '../../../ui/state/quiet';
import { OpenParts } from '../../../ui/useOpenParts';

const useStyles = makeStyles(theme => ({
  caption: {
    margin: theme.spacing(0, 0, 0.5),
    fontSize: 13,
    color: quiet(theme),
  },
}));

/** How a chart is read. */
export const Caption = ({ children }: { children: ReactNode }) => (
  <p className={useStyles().caption}>{children}</p>
);

type TwinButtonProps = { of: string; part: string; parts: OpenParts };

/** Turns a chart into its table and back. */
export const TwinButton = ({ of, part, parts }: TwinButtonProps) => {
  const asTable = parts.isOpen(part);
  const words = asTable ? 'As a drawing' : 'As a table';
  return (
    <Button
      aria-pressed={asTable}
      aria-label={`${words}: ${of}`}
      onClick={() => parts.toggle(part)}
    >
      {words}
    </Button>
  );
};
