/** Names the picture files of a challenge: one for each language and theme. */
import { LANGUAGES, type Language } from './language.ts';

export const PICTURE_THEMES = ['light', 'dark'] as const;
type PictureTheme = (typeof PICTURE_THEMES)[number];

/** Size of a picture in pixels, enough for screens with several pixels for each pixel of a page. */
export const PICTURE_SIZE = { width: 1200, height: 750 };

export function pictureFile(id: string, language: Language, theme: PictureTheme): string {
	return `${id}.${language}.${theme}.webp`;
}

export function pictureFiles(id: string): string[] {
	return LANGUAGES.flatMap((language) => PICTURE_THEMES.map((theme) => pictureFile(id, language, theme)));
}
