/** What playing a scene is asked with, and what it says of itself. */
import type { SceneInput } from '../../index.ts';
import type { SourcePlace, Problem } from '../../report.ts';

/** CSS pixels. */
export interface Look {
	theme: SceneInput['theme'];
	width: number;
	height: number;
}

/** For each look anew: `init`, then `step` after `step`; after so many of them, in rising order, what `acts` names. */
export interface Playing {
	seed: number;
	input: Omit<SceneInput, 'theme'>;
	looks: Look[];
	after: number[];
	acts: ('draw' | 'describe')[];
	/** Told to the program's own function `choose` before the scene is loaded: for a program that has several in it. */
	chosen?: number;
}

export type SceneFunction = 'init' | 'step' | 'draw' | 'describe';

/** Something that a scene must not do; `look` and `after` are those of the first time. */
export interface Fault {
	during: SceneFunction;
	look: Look;
	/** Steps. */
	after: number;
	/** In words. */
	reason: string;
	/** How often it happened. */
	times: number;
	/** Where it happened, the innermost first. */
	places: SourcePlace[];
}

export interface Played {
	faults: Fault[];
}

/** As the engine says it: places are lines and columns of the program's code. */
export type RawFault = Omit<Fault, 'places'> & { frames: [line: number, column: number][] };

const FUNCTIONS: readonly string[] = ['init', 'step', 'draw', 'describe'] satisfies SceneFunction[];

/** `value` comes from a realm that the scene shares: whatever is not a fault is left out. */
export function playedIn(value: unknown, placed: (problem: Problem) => Problem): Played {
	const { faults } = Object(value) as { faults?: unknown };
	return { faults: (Array.isArray(faults) ? (faults as unknown[]) : []).flatMap((fault) => faultIn(fault, placed)) };
}

function faultIn(value: unknown, placed: (problem: Problem) => Problem): Fault[] {
	const { during, look, after, reason, times, frames } = Object(value) as Record<keyof RawFault, unknown>;
	const { theme, width, height } = Object(look) as Record<keyof Look, unknown>;
	if (typeof during !== 'string' || !FUNCTIONS.includes(during) || typeof reason !== 'string') return [];
	const places = (Array.isArray(frames) ? (frames as unknown[]) : []).flatMap((frame) => placesIn(frame, placed));
	return [
		{
			during: during as SceneFunction,
			look: { theme: theme === 'dark' ? 'dark' : 'light', width: Number(width), height: Number(height) },
			after: Number(after),
			reason,
			times: Number(times),
			places
		}
	];
}

function placesIn(frame: unknown, placed: (problem: Problem) => Problem): SourcePlace[] {
	const [line, column] = Array.isArray(frame) ? (frame as unknown[]) : [];
	if (typeof line !== 'number' || typeof column !== 'number') return [];
	const place = { file: 'braise-program.js', line, column };
	const found = placed({ kind: 'thrown', name: '', message: '', place });
	return 'place' in found && found.place !== undefined ? [found.place] : [];
}
