/** The errors a person can meet: one article failed, or the command was wrong or interrupted. Everything else is a bug. */

/** One article cannot be converted; the batch goes on. */
export class ArticleError extends Error {
  override name = 'ArticleError';
  /**
   * @param code stable word for scripts, e.g. `binary`, `feed`, `too-large`, `timeout`, `rule-failed`
   * @param message what happened and why, without the path
   * @param hint what to do next
   * @param line line in the input, from 1, where one is known
   */
  constructor(
    readonly code: string,
    message: string,
    readonly hint = '',
    readonly line: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A signal ended the command before it wrote anything: exit status 128 and the signal's number. */
export class Interrupted extends ArticleError {
  constructor(
    readonly signal: number,
    what: string,
  ) {
    super('interrupted', `interrupted: ${what}`, 'run it again');
  }
}

/** Wrong usage or configuration: exit status 2, nothing written. */
export class UsageError extends Error {
  override name = 'UsageError';
  constructor(
    message: string,
    readonly hint = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Several mistakes that one look found; it reads as the first of them. */
export class UsageErrors extends UsageError {
  /** @param all at least one */
  constructor(readonly all: readonly UsageError[]) {
    super(all[0]?.message ?? '', all[0]?.hint);
  }
}
