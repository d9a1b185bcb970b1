/** The progress line of a long batch on a terminal. */
import type { Io } from '../output/io.js';

/** Milliseconds before the line shows, and between two drawings. A shorter run is over before anybody wonders. */
const PATIENCE = 300;
const PERIOD = 100;

export class Progress {
  private readonly start: number;
  private drawn = 0;
  private visible = false;

  constructor(
    private readonly io: Pick<Io, 'print' | 'now'>,
    private readonly total: number,
    private readonly on: boolean,
    private readonly what = 'articles',
  ) {
    this.start = io.now();
  }

  /** Says that `done` articles are finished. */
  update(done: number): void {
    const now = this.io.now();
    if (!this.on || now - this.start < PATIENCE || now - this.drawn < PERIOD) return;
    this.drawn = now;
    this.visible = true;
    this.io.print(`\r${progressLine(done, this.total, (now - this.start) / 1000, this.what)}\u001b[K`);
  }

  /** Makes room for a message. */
  clear(): void {
    if (!this.visible) return;
    this.visible = false;
    this.io.print('\r\u001b[K');
  }
}

/** `1200/20000 articles, 850/s, 22 s left` */
export function progressLine(done: number, total: number, seconds: number, what = 'articles'): string {
  const rate = done / seconds;
  const left = rate > 0 ? `, ${formatTime((total - done) / rate)} left` : '';
  return `${done}/${total} ${what}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s${left}`;
}

function formatTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
