/** Remembers on this machine whether Tab indents or moves to the next control. */
import type { TabKeyMode } from './contract.ts';
import { writeEditorSetting, readEditorSetting } from './editor-settings.ts';

const TAB_MODE_SETTING_NAME = 'tab';

export const readTabMode = (): TabKeyMode =>
	readEditorSetting(TAB_MODE_SETTING_NAME) === 'moves' ? 'moves' : 'indents';
export const writeTabMode = (mode: TabKeyMode): void => writeEditorSetting(TAB_MODE_SETTING_NAME, mode);
