/** The error of a drawing function that a program uses wrongly. */
export type DrawLanguage = 'fr' | 'en';

export class DrawError extends Error {
	override name = 'DrawError';
}
