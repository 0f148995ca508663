/** Remembers editor settings on this machine, or while the page lasts where storage is refused. */
import { browserStoredValues } from '#lib/browser-values.ts';

const KEY_PREFIX = 'braise.editor.';

export const readEditorSetting = (name: string): string | null => browserStoredValues.read(KEY_PREFIX + name);

export const writeEditorSetting = (name: string, value: string): void =>
	browserStoredValues.write(KEY_PREFIX + name, value);
