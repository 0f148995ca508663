/** Remembers on this machine whether Tab indents or moves to the next control. */
import type { TabMode } from './contract.ts';
import { remember, recall } from './editor-settings.ts';

const NAME = 'tab';

export const rememberedTabMode = (): TabMode => (recall(NAME) === 'moves' ? 'moves' : 'indents');
export const rememberTabMode = (mode: TabMode): void => remember(NAME, mode);
