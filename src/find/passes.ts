/**
 * What can cut a piece of a page, in order: what the page marks, what it names, what readers wrote; then the article's
 * place and all around it; then what is left inside that is none of it.
 */
import { pageBox } from './page-box.js';
import { pageComments } from './page-comments.js';
import { pageForm } from './page-form.js';
import { pageFrame } from './page-frame.js';
import { pageFurniture } from './page-furniture.js';
import { pageHeading } from './page-heading.js';
import { pageLandmark } from './page-landmark.js';
import { pageLinks } from './page-links.js';
import { pageMenu } from './page-menu.js';
import { pageRepeat } from './page-repeat.js';
import { pageWidget } from './page-widget.js';
import type { Pass } from './pass.js';

/** Before the article's place is looked for. */
export const before: readonly Pass[] = [pageMenu, pageLandmark, pageForm, pageBox, pageComments];
/** Once it is known. */
export const inside: readonly Pass[] = [pageFrame, pageWidget, pageLinks, pageRepeat, pageHeading];

export const passes: readonly Pass[] = [...before, pageFurniture, ...inside];
