/** The stage as every piece sees it: its size, its light and its time. */
import { canvasHeight, canvasWidth, fit, height, millis, width } from 'braise/draw';
import { paletteFor, type Hour, type Palette } from './palette.ts';

export interface Stage {
	width: number;
	height: number;
	/** Narrower than a laptop's: a telephone, or a small pane. */
	narrow: boolean;
	/** Scale of what stands far away, and of what stands in front. */
	far: number;
	front: number;
}

/** Where something stands: the point between its feet, and its scale. */
export interface Place {
	x: number;
	y: number;
	size: number;
}

/** A rectangle to draw in. */
export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

interface Moment {
	/** Seconds. */
	time: number;
	/** Motion is reduced: the picture stands still. */
	still: boolean;
}

let hour: Hour = 'day';
let moment: Moment | undefined;
let language = 'fr';

/** Sets the light of all that is drawn from now on. */
export function light(next: Hour): void {
	hour = next;
}

export const palette = (): Palette => paletteFor(hour);

/** Sets the time of the next picture; without it, pieces follow the program's clock. */
export function setMoment(next: Moment): void {
	moment = next;
}

/** Sets the language of numbers and times; French without it. */
export function setLanguage(next: string): void {
	language = next;
}

export const languageNow = (): string => language;

export const now = (): Moment => moment ?? { time: millis() / 1000, still: false };

/** Fits the picture to the canvas, from 320 to 900 pixels wide, so that words stay readable. */
export function fitStage(): void {
	let wide = Math.min(900, Math.max(430, canvasWidth));
	const aspect = Math.min(1.5, canvasHeight / Math.max(1, canvasWidth));
	let high = wide * aspect;
	if (high < 290) {
		high = 290;
		wide = high / aspect;
	}
	fit(wide, high);
}

/** How much of the picture is above the stage, where a canvas is taller than it. */
export const aboveStage = (): number =>
	Math.max(0, (canvasHeight / Math.min(canvasWidth / width, canvasHeight / height) - height) / 2);

export function stage(): Stage {
	const narrow = width < 600;
	return {
		width,
		height,
		narrow,
		far: Math.min(1.15, Math.max(0.62, height / 520)),
		front: Math.min(1.12, Math.max(0.74, height / 500), width < 468 ? 0.9 : 1.12)
	};
}

/** Returns a place in front. `steps` counts persons away from that side, or to the right of the middle. */
export function place(side: 'left' | 'middle' | 'right', steps = 0): Place {
	const { far, front, narrow } = stage();
	const edge = (narrow ? 74 : 132) * Math.max(front, 0.8);
	const away = 112 * front * steps;
	const x = side === 'left' ? edge + away : side === 'right' ? width - edge - away : width / 2 + away;
	return { x, y: height - 16 * far, size: front };
}
