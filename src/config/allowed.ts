/** What a config file may say. */
import type { Option } from '../options/row.js';

/** Whether a config file may set the option. */
export function isAllowed(option: Option): boolean {
  return option.once !== true;
}
