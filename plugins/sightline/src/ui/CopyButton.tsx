import { ButtonProps } from '@material-ui/core/Button';
import { useEffect, useState } from 'react';
import { Button } from './Button';

type CopyButtonProps = Omit<ButtonProps, 'onClick'> & {
  label: string;
  /** asked when it is pressed */
  text: () => string;
  /** what to do where the browser does not allow it */
  otherwise: string;
};

const FEEDBACK_FOR = 3_000;

/** Copies, and says that it did, or that it could not. */
export const CopyButton = ({
  label,
  text,
  otherwise,
  ...rest
}: CopyButtonProps) => {
  const [said, setSaid] = useState<string>();

  useEffect(() => {
    const timer = said && setTimeout(() => setSaid(undefined), FEEDBACK_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied');
    } catch {
      setSaid(otherwise);
    }
  };
  return (
    <Button {...rest} onClick={onCopy}>
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  );
};
