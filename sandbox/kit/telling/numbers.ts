/** Writes numbers and times in the form that a language uses. */
import { currentLanguage } from '../stage.ts';

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
