/** Remembers on this machine whether Tab indents or moves to the next control. */
import type { TabMode } from './contract.ts';
import { writeSetting, readSetting } from './editor-settings.ts';

const SETTING_NAME = 'tab';

export const readTabMode = (): TabMode => (readSetting(SETTING_NAME) === 'moves' ? 'moves' : 'indents');
export const writeTabMode = (mode: TabMode): void => writeSetting(SETTING_NAME, mode);
