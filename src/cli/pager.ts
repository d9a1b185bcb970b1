/** `--pager`: a long text in the program that the user reads long texts with. */
import { spawn } from 'node:child_process';

/** Statuses of a shell that found no such program, or one that it may not run. */
const NOT_RUN = new Set([126, 127]);

/**
 * Shows a text in `$PAGER` (or `less`), on the terminal that stderr is, and waits until it is closed.
 * Where there is no pager the text goes to stderr as it is.
 */
export async function showInPager(text: string): Promise<void> {
  const { PAGER: pager = 'less', LESS: less = 'FRX' } = process.env;
  // An interrupt is the pager's: it means "stop searching", and the pager must not lose its terminal.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  try {
    if (pager === '' || !(await isShown(pager, less, text))) process.stderr.write(text);
  } finally {
    process.off('SIGINT', ignore);
  }
}

function isShown(pager: string, less: string, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(pager, { shell: true, stdio: ['pipe', 2, 2], env: { ...process.env, LESS: less } });
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === null || !NOT_RUN.has(status)));
    // Closed before its end is read: the reader has seen enough.
    child.stdin?.on('error', () => {});
    child.stdin?.end(text);
  });
}
