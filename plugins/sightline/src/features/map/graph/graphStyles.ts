import { makeStyles } from '@material-ui/core/styles';

export const useGraphStyles = makeStyles(theme => ({
  frame: {
    position: 'relative',
    minWidth: 0,
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
    overflow: 'hidden',
    touchAction: 'none',
    userSelect: 'none',
    cursor: 'grab',
    '&:active': { cursor: 'grabbing' },
  },
  drawing: {
    display: 'block',
    width: '100%',
    height: '100%',
    // Moved as a picture, so it may be looked at beyond its borders too.
    overflow: 'visible',
    transformOrigin: '0 0',
    willChange: 'transform',
    fontFamily: theme.typography.fontFamily,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    // What cannot be pressed must not catch the pointer, or each move costs.
    '& path, & circle, & text, & rect': { pointerEvents: 'none' },
    '& [data-hit]': { pointerEvents: 'stroke', cursor: 'pointer' },
    '& [data-face], & [data-go]': { pointerEvents: 'all', cursor: 'pointer' },
    '& [data-marks] circle': { pointerEvents: 'all', cursor: 'pointer' },
    '& [data-face]:focus': { outline: 'none' },
    '& [data-face]:focus-visible': {
      stroke: theme.palette.primary.main,
      strokeWidth: 3,
    },
    '& [data-node]:hover [data-face]': { stroke: theme.palette.primary.main },
    // The rest steps back: paints, not groups, lose weight, which costs nothing.
    '&[data-faded] [data-edge]:not([data-lit]) path': {
      strokeOpacity: 0.12,
      fillOpacity: 0.12,
    },
    '&[data-faded] [data-marks]:not([data-lit])': { display: 'none' },
    '&[data-faded] [data-node]:not([data-lit])': {
      '& text': { fillOpacity: 0.45 },
      '& rect, & path': { strokeOpacity: 0.35 },
    },
  },
  moving: {
    '& [data-node]': { transition: 'transform 240ms ease-out' },
    '@media (prefers-reduced-motion: reduce)': {
      '& [data-node]': { transition: 'none' },
    },
  },
  controls: {
    position: 'absolute',
    right: 8,
    bottom: 8,
    display: 'flex',
    gap: 4,
    '& button': {
      minWidth: 32,
      height: 32,
      font: 'inherit',
      fontSize: 16,
      lineHeight: 1,
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      cursor: 'pointer',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
  },
}));
