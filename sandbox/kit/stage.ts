/** The stage on which all pieces draw: its size, its light and its time. */
import { canvasHeight, canvasWidth, fit, height, millis, width } from 'braise/draw';
import { paletteFor, type Hour, type Palette } from './palette.ts';

export interface Stage {
	width: number;
	height: number;
	/** True on a stage that is narrower than on a laptop, such as that of a telephone. */
	narrow: boolean;
	/** Scale of things in the background; `front` is the scale of things in the foreground. */
	far: number;
	front: number;
}

/** Position of a thing or person: the point between the feet, and the scale. */
export interface Place {
	x: number;
	y: number;
	size: number;
}

/** A rectangle to draw in, in pixels of the stage. */
export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

interface StageMoment {
	/** Seconds since the story began. */
	time: number;
	/** True when motion is reduced, so that the picture stands still. */
	still: boolean;
}

let lightHour: Hour = 'day';
let storyMoment: StageMoment | undefined;
let sceneLanguage = 'fr';

/** Sets the light of everything that is drawn after this call. */
export function light(nextHour: Hour): void {
	lightHour = nextHour;
}

export const currentPalette = (): Palette => paletteFor(lightHour);

/** Sets the time of the next picture. Without this call, pieces use the program's clock. */
export function setMoment(nextMoment: StageMoment): void {
	storyMoment = nextMoment;
}

/** Sets the language of numbers and times, which is French before this call. */
export function setLanguage(nextLanguage: string): void {
	sceneLanguage = nextLanguage;
}

export const currentLanguage = (): string => sceneLanguage;

export const currentMoment = (): StageMoment => storyMoment ?? { time: millis() / 1000, still: false };

/** Sets the stage's size so that words stay readable: 430 to 900 pixels wide, and wider on a canvas that is low for its width. */
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

/** Returns the height of the picture above the stage, on a canvas that is taller than the stage. */
export const heightAboveStage = (): number =>
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

/**
 * Returns a place in the foreground. `steps`, in widths of a person, is its distance from the left or right side, or to
 * the right of the middle.
 */
export function place(side: 'left' | 'middle' | 'right', steps = 0): Place {
	const { far, front, narrow } = stage();
	const sideMargin = (narrow ? 74 : 132) * Math.max(front, 0.8);
	const offset = 112 * front * steps;
	const x = side === 'left' ? sideMargin + offset : side === 'right' ? width - sideMargin - offset : width / 2 + offset;
	return { x, y: height - 16 * far, size: front };
}
