/** The regions of an image map are links; Markdown has no maps, but links. */
import { runsCode } from '../../body/live.js';
import { type FormHandler, removed } from './form.js';

const RULE = 'form:area';

export const areaForm: FormHandler = (area, forming) => {
  const { edits } = forming;
  const href = area.get('href')?.trim();
  if (href && !runsCode(href)) {
    const words = (area.get('alt') || area.get('title') || '').trim() || href;
    const link = edits.by(RULE).addElement('a', [['href', href]], area, 'before');
    edits.addText(words, link, 'append');
    // Another region may follow, or the map's image.
    edits.addText(' ', area, 'before');
  }
  return removed(area, forming, RULE);
};
