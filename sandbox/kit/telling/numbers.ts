/** Numbers and times as people of a language write them. */
import { languageNow } from '../stage.ts';

/** Writes a number, rounded to so many decimals; in the scene's language where none is given. */
export function numberText(value: number, language = languageNow(), decimals = 2): string {
	const unit = 10 ** decimals;
	const text = String(Math.round(value * unit) / unit).replace('-', '−');
	return language === 'fr' ? text.replace('.', ',') : text;
}

/** Writes a minute of the day: `3 h 15`, or `3:15`. */
export function timeText(minute: number, language = languageNow()): string {
	const whole = Math.floor(minute + 1e-9);
	const [hours, minutes] = [Math.floor(whole / 60) % 24, whole % 60];
	const padded = String(minutes).padStart(2, '0');
	if (language !== 'fr') return `${hours}:${padded}`;
	return minutes === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${padded}`;
}
