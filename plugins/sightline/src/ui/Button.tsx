import MuiButton, { ButtonProps } from '@material-ui/core/Button';

/**
 * A small button in ordinary letters. Styled in place, because the order of
 * style sheets differs between the two frontend systems.
 */
export const Button = ({ style, ...props }: ButtonProps) => (
  <MuiButton
    size="small"
    {...props}
    style={{
      textTransform: 'none',
      whiteSpace: 'nowrap',
      minHeight: 30,
      ...style,
    }}
  />
);
