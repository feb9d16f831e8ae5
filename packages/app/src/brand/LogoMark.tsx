type LogoMarkProps = { size?: number; title?: string };

/**
 * An eye drawn from two arcs, with the line of sight running out of its pupil:
 *
 *      ╭────╮
 *     (  ◉───┼──
 *      ╰────╯
 */
export const LogoMark = ({ size = 28, title }: LogoMarkProps) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    fill="none"
    role={title ? 'img' : 'presentation'}
    aria-label={title}
  >
    <path
      d="M3 16C6.4 9.6 10.6 6.5 15.5 6.5S24.6 9.6 28 16c-3.4 6.4-7.6 9.5-12.5 9.5S6.4 22.4 3 16Z"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinejoin="round"
    />
    <circle cx="15.5" cy="16" r="4.2" fill="#2bb8a6" />
    <path
      d="M15.5 16H31"
      stroke="#2bb8a6"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  </svg>
);
