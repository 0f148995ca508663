import { browserValueStore } from '#lib/browser-values.ts';
import type { TabKeyMode } from './contract.ts';

const TAB_MODE_SETTING_NAME = 'tab';

export const readTabMode = (): TabKeyMode =>
	readEditorSetting(TAB_MODE_SETTING_NAME) === 'moves' ? 'moves' : 'indents';
export const writeTabMode = (mode: TabKeyMode): void => writeEditorSetting(TAB_MODE_SETTING_NAME, mode);

const PLAIN_MODE_SETTING_NAME = 'plain';

export function readPlainMode(): boolean {
	const setting = readEditorSetting(PLAIN_MODE_SETTING_NAME);
	return setting === null ? matchMedia('(hover: none) and (pointer: coarse)').matches : setting === 'yes';
}

export const writePlainMode = (isPlain: boolean): void =>
	writeEditorSetting(PLAIN_MODE_SETTING_NAME, isPlain ? 'yes' : 'no');

const SETTING_KEY_PREFIX = 'braise.editor.';

const readEditorSetting = (name: string): string | null => browserValueStore.read(SETTING_KEY_PREFIX + name);

const writeEditorSetting = (name: string, value: string): void =>
	browserValueStore.write(SETTING_KEY_PREFIX + name, value);
