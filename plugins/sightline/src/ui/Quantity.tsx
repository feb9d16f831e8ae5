import { makeStyles } from '@material-ui/core/styles';
import { quiet } from './state/quiet';

const useStyles = makeStyles(theme => ({
  quantity: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  unit: { color: quiet(theme), fontSize: '0.86em' },
}));

type QuantityProps = {
  /** as `figures.ts` writes it: "84 ms"; undefined: a dash */
  of?: string;
  /** why there is none, or what it is exactly */
  title?: string;
};

/** A figure with its unit, which is small and grey. */
export const Quantity = ({ of, title }: QuantityProps) => {
  const classes = useStyles();
  const [, value, unit] = /^(.*\S) (\S+)$/.exec(of ?? '') ?? [];
  return (
    <span className={classes.quantity} title={title}>
      {value ?? of ?? '–'}
      {unit && <span className={classes.unit}> {unit}</span>}
    </span>
  );
};
