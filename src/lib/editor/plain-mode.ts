/** Remembers whether a plain text field replaces Monaco, as it does by default on touch devices. */
import { writeEditorSetting, readEditorSetting } from './editor-settings.ts';

const PLAIN_MODE_SETTING_NAME = 'plain';

export function readPlainMode(): boolean {
	const setting = readEditorSetting(PLAIN_MODE_SETTING_NAME);
	return setting === null ? matchMedia('(hover: none) and (pointer: coarse)').matches : setting === 'yes';
}

export const writePlainMode = (isPlain: boolean): void =>
	writeEditorSetting(PLAIN_MODE_SETTING_NAME, isPlain ? 'yes' : 'no');
