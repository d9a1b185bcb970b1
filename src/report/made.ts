/** What made a page, as the page says it. */
export interface Made {
  version: string;
  /** `2026-03-01 12:30 UTC` */
  date: string;
  /** The folder that it was made in. */
  folder: string;
  /** What was typed. */
  command: string;
}
