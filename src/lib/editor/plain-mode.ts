/** Remembers whether a plain text field replaces Monaco, as it does by default on touch devices. */
import { writeEditorSetting, readEditorSetting } from './editor-settings.ts';

const SETTING_NAME = 'plain';

export function readPlainMode(): boolean {
	const setting = readEditorSetting(SETTING_NAME);
	return setting === null ? matchMedia('(hover: none) and (pointer: coarse)').matches : setting === 'yes';
}

export const writePlainMode = (isPlain: boolean): void => writeEditorSetting(SETTING_NAME, isPlain ? 'yes' : 'no');
