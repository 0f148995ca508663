/** Remembers whether a plain text field replaces Monaco, the default on touch devices; screen readers may prefer it. */
import { writeEditorSetting, readEditorSetting } from './editor-settings.ts';

const SETTING_NAME = 'plain';

export function readPlainMode(): boolean {
	const setting = readEditorSetting(SETTING_NAME);
	return setting === null ? matchMedia('(hover: none) and (pointer: coarse)').matches : setting === 'yes';
}

export const writePlainMode = (plain: boolean): void => writeEditorSetting(SETTING_NAME, plain ? 'yes' : 'no');
