/** What every picture is drawn with, and numbers as people of a language write them. */
import type { Layout } from './layout';
import type { Palette } from './palette';

export interface Frame {
	palette: Palette;
	layout: Layout;
	/** Seconds since the play began. */
	time: number;
	/** Motion is reduced: one picture that tells the whole. */
	still: boolean;
	french: boolean;
}

/** Without Intl, which a program may not have. */
export function decimal(value: number, french: boolean, digits = 1): string {
	const text = Math.abs(value) < 1000 ? value.toFixed(digits) : String(Math.round(value));
	return french ? text.replace('.', ',') : text;
}

export function hour(minute: number, french: boolean): string {
	const whole = Math.floor(minute + 1e-9);
	const minutes = String(whole % 60).padStart(2, '0');
	return french ? `${Math.floor(whole / 60)}\u00a0h\u00a0${minutes}` : `${Math.floor(whole / 60)}:${minutes}`;
}
