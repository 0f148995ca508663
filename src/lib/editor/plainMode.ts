/** Remembers whether a plain text field replaces Monaco, the default on touch devices; screen readers may prefer it. */
import { remember, recall } from './editor-settings.ts';

const NAME = 'plain';

export function rememberedPlain(): boolean {
	const chosen = recall(NAME);
	return chosen === null ? matchMedia('(hover: none) and (pointer: coarse)').matches : chosen === 'yes';
}

export const rememberPlain = (plain: boolean): void => remember(NAME, plain ? 'yes' : 'no');
