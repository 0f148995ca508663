/** Names the picture files of a challenge: one for each language and theme. */
import { LANGUAGES, type Language } from './language.ts';

export const CHALLENGE_PICTURE_THEMES = ['light', 'dark'] as const;
type PictureTheme = (typeof CHALLENGE_PICTURE_THEMES)[number];

/** Size of a picture in pixels, enough for screens with several pixels for each pixel of a page. */
export const CHALLENGE_PICTURE_SIZE = { width: 1200, height: 750 };

export function challengePicturePath(id: string, language: Language, theme: PictureTheme): string {
	return `${id}.${language}.${theme}.webp`;
}

export function challengePicturePaths(id: string): string[] {
	return LANGUAGES.flatMap((language) =>
		CHALLENGE_PICTURE_THEMES.map((theme) => challengePicturePath(id, language, theme))
	);
}
