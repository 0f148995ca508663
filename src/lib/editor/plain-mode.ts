/** Remembers whether a plain text field replaces Monaco, as it does by default on touch devices. */
import { writeEditorSetting, readEditorSetting } from './editor-settings.ts';

const SETTING_NAME = 'plain';

export function readPlainMode(): boolean {
	const setting = readEditorSetting(SETTING_NAME);
	return setting === null ? matchMedia('(hover: none) and (pointer: coarse)').matches : setting === 'yes';
}

export const writePlainMode = (plain: boolean): void => writeEditorSetting(SETTING_NAME, plain ? 'yes' : 'no');
