/** Lists the ready beginnings of projects, in the gallery's order, and where their pictures are. */
import type { Language } from './language.ts';

export const PROJECT_BEGINNINGS = [
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
export type ProjectBeginning = (typeof PROJECT_BEGINNINGS)[number];

/** Size of a beginning's picture in pixels. */
export const BEGINNING_PICTURE_SIZE = { width: 320, height: 240 };

export const MOST_BEGINNING_PICTURE_BYTES = 8000;

export function beginningPicturePath(beginning: ProjectBeginning, language: Language): string {
	return `beginnings/${beginning}.${language}.webp`;
}

/** The libraries with which a project can begin, by the name of their script. */
export const BEGINNING_LIBRARIES = ['p5', 'chart', 'matter', 'tone'] as const;
export type BeginningLibrary = (typeof BEGINNING_LIBRARIES)[number];

export const isBeginningLibrary = (name: string): name is BeginningLibrary =>
	BEGINNING_LIBRARIES.some((library) => library === name);
