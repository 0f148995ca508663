import { canvasHeight, canvasWidth, fit, height, millis, width, background } from 'braise/draw';
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
function setMoment(nextMoment: StageMoment): void {
	storyMoment = nextMoment;
}

/** Sets the language of numbers and times, which is French before this call. */
function setLanguage(nextLanguage: string): void {
	sceneLanguage = nextLanguage;
}

export const currentLanguage = (): string => sceneLanguage;

export const currentMoment = (): StageMoment => storyMoment ?? { time: millis() / 1000, still: false };

/** Sets the stage's size so that words stay readable: 430 to 900 pixels wide, and wider on a canvas that is low for its width. */
function fitStage(): void {
	let wide = Math.min(900, Math.max(430, canvasWidth));
	const aspect = Math.min(1.5, canvasHeight / Math.max(1, canvasWidth));
	let high = wide * aspect;
	if (high < 290) {
		high = 290;
		wide = high / aspect;
	}
	fit(wide, high);
}

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

export interface SceneInput {
	labels: Record<string, string>;
	language: string;
	theme: 'light' | 'dark';
	situation: string;
	option?: string;
	values?: Record<string, number>;
	reducedMotion: boolean;
}

interface ScenePlan<Story> {
	/** Calls the program, and makes the story from its answers: once for each situation, option and set of values. */
	prepare(input: SceneInput): Story;
	/** Draws the story. `time` is in seconds since the story began. */
	play(story: Story, moment: { time: number; still: boolean; input: SceneInput }): void;
	/**
	 * Returns one sentence about the whole situation, then sentences about what is wrong. `before` is the story before the last
	 * change.
	 */
	describe(story: Story, context: { input: SceneInput; before: Story | undefined }): string[];
	/** Returns the light of the scene. By default, the light is day in a light theme and dusk in a dark theme. */
	hour?(story: Story, input: SceneInput): Hour;
}

interface SceneState<Story> {
	/** The situation, option and values that the story was made for, as JSON. */
	about: string;
	/** Number of steps since the story began, sixty a second. */
	steps: number;
	story: Story;
	before?: Story;
}

const storyKeyOf = ({ situation, option, values }: SceneInput): string => JSON.stringify([situation, option, values]);

export function scene<Story>(plan: ScenePlan<Story>) {
	const beginStory = (input: SceneInput): SceneState<Story> => {
		setLanguage(input.language);
		return { about: storyKeyOf(input), steps: 0, story: plan.prepare(input) };
	};
	return {
		init(_seed: number, input: SceneInput): SceneState<Story> {
			return beginStory(input);
		},
		step(state: SceneState<Story>, input: SceneInput): SceneState<Story> {
			if (state.about === storyKeyOf(input)) return { ...state, steps: state.steps + 1 };
			return { ...beginStory(input), before: state.story };
		},
		draw({ story, steps }: SceneState<Story>, input: SceneInput): void {
			const moment = { time: steps / 60, still: input.reducedMotion };
			setLanguage(input.language);
			fitStage();
			setMoment(moment);
			light(plan.hour?.(story, input) ?? (input.theme === 'dark' ? 'dusk' : 'day'));
			background(currentPalette().near);
			plan.play(story, { ...moment, input });
		},
		describe({ story, before }: SceneState<Story>, input: SceneInput): string[] {
			setLanguage(input.language);
			return plan.describe(story, { input, before });
		}
	};
}
