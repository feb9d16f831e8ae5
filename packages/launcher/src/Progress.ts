const REDRAW_MS = 200;
const HEARTBEAT_MS = 10_000;

export type ProgressOutput = {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
};

export type Progress = {
  /** What is being done now. `detail` changes too often to be worth a line in a log. */
  show(phase: string, detail?: string): void;
  done(text: string): void;
  failed(text: string): void;
  skipped(reason: string): void;
};

/**
 * A long step that never looks hung: on a terminal one line that counts the seconds,
 * elsewhere a line for each phase and a sign of life every ten seconds.
 */
export function startProgress(options: {
  name: string;
  out: ProgressOutput;
  now?: () => number;
}): Progress {
  const { name, out, now = Date.now } = options;
  const started = now();
  let phase = '';
  let detail = '';
  let lastLine = started;

  const seconds = () => `${Math.round((now() - started) / 1000)} s`;
  const current = () =>
    `· ${name}: ${[phase, detail].filter(Boolean).join(', ')} (${seconds()})`;
  const line = (text: string) => {
    out.write(out.isTTY ? `\r\x1b[K${text}\n` : `${text}\n`);
    lastLine = now();
  };
  const tick = () => {
    if (out.isTTY) {
      out.write(`\r\x1b[K${current().slice(0, (out.columns ?? 80) - 1)}`);
    } else if (now() - lastLine >= HEARTBEAT_MS) {
      line(current());
    }
  };
  const timer = setInterval(tick, out.isTTY ? REDRAW_MS : 1000);
  timer.unref();
  const end = (mark: string, text: string) => {
    clearInterval(timer);
    line(`${mark} ${name}: ${text} (${seconds()})`);
  };

  return {
    show(newPhase, newDetail = '') {
      const changed = newPhase !== phase;
      phase = newPhase;
      detail = newDetail;
      if (changed && !out.isTTY) line(current());
    },
    done: text => end('✓', text),
    failed: text => end('✗', text),
    skipped: reason => {
      clearInterval(timer);
      line(`- skipped: ${name}: ${reason}`);
    },
  };
}
