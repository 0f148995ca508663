/** Stores editor settings in this browser; where storage is refused, nothing is stored. */
import { browserValueStore } from '#lib/browser-values.ts';

const SETTING_KEY_PREFIX = 'braise.editor.';

export const readEditorSetting = (name: string): string | null => browserValueStore.read(SETTING_KEY_PREFIX + name);

export const writeEditorSetting = (name: string, value: string): void =>
	browserValueStore.write(SETTING_KEY_PREFIX + name, value);
