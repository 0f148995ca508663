/** Remembers on this machine whether Tab indents or moves to the next control. */
import type { TabMode } from './contract.ts';
import { remember, remembered } from './remembered.ts';

const NAME = 'tab';

export const rememberedTabMode = (): TabMode => (remembered(NAME) === 'moves' ? 'moves' : 'indents');
export const rememberTabMode = (mode: TabMode): void => remember(NAME, mode);
