/** The ready beginnings of projects, in the order of their gallery, and where their pictures are. */
import type { Language } from './language.ts';

export const BEGINNINGS = [
	'round',
	'embers',
	'canteen',
	'platforms',
	'tournament',
	'clock',
	'counter',
	'tiles',
	'poster',
	'rhythm',
	'form',
	'quiz'
] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** Pixels. */
export const BEGINNING_PICTURE_SIZE = { width: 320, height: 240 };

export const BEGINNING_PICTURE_BYTES = 8000;

export function beginningPicture(beginning: Beginning, language: Language): string {
	return `beginnings/${beginning}.${language}.webp`;
}
