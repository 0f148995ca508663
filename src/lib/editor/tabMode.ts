/** Whether Tab writes an indentation or moves on to the next control; remembered on this machine. */
import type { TabMode } from './contract.ts';
import { remember, remembered } from './remembered.ts';

const NAME = 'tab';

export const rememberedTabMode = (): TabMode => (remembered(NAME) === 'moves' ? 'moves' : 'indents');
export const rememberTabMode = (mode: TabMode): void => remember(NAME, mode);
