import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { LogoMark } from '../brand/LogoMark';

const useStyles = makeStyles({
  home: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    height: 64,
    paddingLeft: (sidebarConfig.drawerWidthClosed - 28) / 2,
    color: '#f4f7fa',
    '&:focus-visible': { outline: '2px solid #2bb8a6', outlineOffset: -4 },
  },
  word: { fontSize: 20, fontWeight: 650, letterSpacing: '-0.02em' },
});

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <Link
      to="/"
      underline="none"
      className={classes.home}
      aria-label="Sightline, home"
    >
      <LogoMark />
      {isOpen && <span className={classes.word}>Sightline</span>}
    </Link>
  );
};
