/** Remembers on this machine whether Tab indents or moves to the next control. */
import type { TabMode } from './contract.ts';
import { writeEditorSetting, readEditorSetting } from './editor-settings.ts';

const SETTING_NAME = 'tab';

export const readTabMode = (): TabMode => (readEditorSetting(SETTING_NAME) === 'moves' ? 'moves' : 'indents');
export const writeTabMode = (mode: TabMode): void => writeEditorSetting(SETTING_NAME, mode);
