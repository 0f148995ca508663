/**
 * Whether a plain text field stands in Monaco's place: for fingers, and for screen readers that get along better with it.
 * Where there is no fine pointer it is what one begins with.
 */
import { remember, remembered } from './remembered.ts';

const NAME = 'plain';

export function rememberedPlain(): boolean {
	const chosen = remembered(NAME);
	return chosen === null ? matchMedia('(hover: none) and (pointer: coarse)').matches : chosen === 'yes';
}

export const rememberPlain = (plain: boolean): void => remember(NAME, plain ? 'yes' : 'no');
