/** The views of the articles that the page may show, made in the thread that converts them. */
import type { Conversion } from '../api.js';
import type { Result } from '../output/result.js';
import type { Panel } from '../report/page/panel.js';
import type { Job } from './types.js';

export type PanelOf = (result: Result, conversion: Conversion) => Promise<Panel | null>;

/** The maker of views of one thread; nothing of it is loaded before the first one. */
export function panels({ page }: Job): PanelOf | null {
  if (page === null) return null;
  let loaded: ReturnType<typeof load> | null = null;
  return async (result, conversion) => {
    loaded ??= load(page);
    const { telling, makePanel, render } = await loaded;
    const { index: id, kept, removed, triage, changes } = result;
    if (!telling.add({ id, kept, removed, triage, changes })) return null;
    return makePanel(conversion.record, conversion.source, { id, triage }, render, conversion.bodyKind);
  };
}

async function load(limit: number) {
  const [{ Telling }, { makePanel }, { resultRenderer }] = await Promise.all([
    import('../report/page/telling.js'),
    import('../report/page/panel.js'),
    import('../report/page/result-view.js'),
  ]);
  return { telling: new Telling(limit), makePanel, render: await resultRenderer() };
}
