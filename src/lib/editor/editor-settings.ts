/** Reads and writes editor settings on this machine; where storage is refused they last as long as the page. */
import { browserValues } from '#lib/browser-values.ts';

const KEY_PREFIX = 'braise.editor.';

export const readEditorSetting = (name: string): string | null => browserValues.read(KEY_PREFIX + name);

export const writeEditorSetting = (name: string, value: string): void => browserValues.write(KEY_PREFIX + name, value);
