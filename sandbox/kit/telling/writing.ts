import { text, textSize, textWidth } from 'braise/draw';
import { currentLanguage } from '../stage.ts';

const MIN_TEXT_PIXELS = 8;

/** Writes a line at (x, y). The text gets smaller if it is wider than `maxWidth`. */
export function drawFittedText(words: string, x: number, y: number, size: number, maxWidth: number): void {
	textSize(size);
	const wordsWidth = textWidth(words);
	if (wordsWidth > maxWidth) textSize(Math.max(MIN_TEXT_PIXELS, (size * maxWidth) / wordsWidth));
	text(words, x, y);
}

/** Writes a number, rounded to `decimals` decimals. Without `language`, in the scene's language. */
export function numberText(value: number, language = currentLanguage(), decimals = 2): string {
	const factor = 10 ** decimals;
	const text = String(Math.round(value * factor) / factor).replace('-', '−');
	return language === 'fr' ? text.replace('.', ',') : text;
}

/** Writes a minute of the day, as `3 h 15` in French and `3:15` in English. */
export function timeText(minute: number, language = currentLanguage()): string {
	const wholeMinutes = Math.floor(minute + 1e-9);
	const [hours, minutes] = [Math.floor(wholeMinutes / 60) % 24, wholeMinutes % 60];
	const paddedMinutes = String(minutes).padStart(2, '0');
	if (language !== 'fr') return `${hours}:${paddedMinutes}`;
	return minutes === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${paddedMinutes}`;
}
