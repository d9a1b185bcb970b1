/** What a row of the table of options is, and how rows are made: the type of its value follows from the row. */
import type { Kind } from './kind.js';

export type Group = 'Input' | 'Output' | 'Cleaning' | 'Report' | 'Running';

/** What a row says whatever its value is. */
interface About {
  /** Long name without its dashes; also the key in a config file. */
  name: string;
  short?: string;
  group: Group;
  /** Name of the value in help. `[X]` may be left out. */
  value?: string;
  /** Also (`also`) or only (`only`) as `--no-NAME`. */
  no?: 'also' | 'only';
  /** The value is a path: completion offers files, and in a config it counts from the config's folder. */
  path?: boolean;
  /** Speaks of one run, so a config file may not set it. */
  once?: boolean;
  /** `report` takes it too. */
  report?: boolean;
  /** Default as help shows it. */
  preset?: string;
  /** A value for the config file that `init` writes. */
  example?: string;
  /** One or two clauses, no full stop. */
  help: string;
}

export interface Option<T = unknown> extends About {
  /** How its value is read; null for a switch. */
  kind: Kind<unknown> | null;
  /** May be given again; the values add up. */
  repeat?: boolean;
  default: T;
}

/** The value of an option. */
export type ValueOf<O> = O extends Option<infer T> ? T : never;

/** A switch. */
export function flag(about: About, on = false): Option<boolean> {
  return { ...about, kind: null, default: on };
}

/** An option that has no value unless one is given. */
export function optional<T>(kind: Kind<T>, about: About): Option<T | null> {
  return { ...about, kind, default: null };
}

/** An option that always has a value. */
export function preset<T>(kind: Kind<T>, value: NoInfer<T>, about: About): Option<T> {
  return { ...about, kind, default: value };
}

/** An option that may be given again. */
export function repeated<T>(kind: Kind<T>, about: About): Option<T[]> {
  return { ...about, kind, repeat: true, default: [] };
}
