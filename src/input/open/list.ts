/** The kinds of containers: the first that knows an input is its kind, and what none knows is an article. */
import { feed } from './feed.js';
import type { InputKind } from './kind.js';
import { movableType } from './movable-type.js';
import { webArchive } from './web-archive.js';

export const KINDS: readonly InputKind[] = [feed, movableType, webArchive];
