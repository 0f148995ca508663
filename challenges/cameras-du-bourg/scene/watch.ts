/** What the student's program says that cameras see, beside what they do see. It may return anything, or throw. */
import { ask } from 'braise/scene';
import * as program from '../main';
import { spots, streets, type Camera, type Street } from '../data/town';

/** `said` by the student's function, and by the cameras themselves. */
export interface Watched {
	street: Street;
	said: boolean;
	real: boolean;
	verdict: 'seen' | 'unseen' | 'believed' | 'missed';
}

/** More cameras than this are not drawn. */
const MOST = 60;

export const trulySees = ({ corner, reach }: Camera, { from, to, metres }: Street): boolean =>
	metres <= reach && (from === corner || to === corner);

/** Cameras at some corners of the town. */
export const camerasAt = (...corners: string[]): Camera[] => spots.filter(({ corner }) => corners.includes(corner));

/** The cameras that the student's `place` returns; what is no camera of the town is left out. */
export function placed(n: number): Camera[] {
	try {
		const call = (program as Record<string, unknown>)['place'];
		if (typeof call !== 'function') return [];
		const answer: unknown = (call as (...values: unknown[]) => unknown)(n, [...spots], [...streets]);
		const list = Array.isArray(answer) ? (answer as unknown[]).slice(0, MOST) : [];
		return list.flatMap((each) => {
			const { corner } = Object(each) as { corner?: unknown };
			return spots.filter((spot) => spot.corner === corner);
		});
	} catch {
		return [];
	}
}

/** What the student's own function says of people filmed, as short text; empty where there is none. */
export const filmedBy = (cameras: Camera[]): string =>
	'filmed' in program ? ask(program, 'filmed', cameras, streets).shown : '';

export function watch(cameras: Camera[]): Watched[] {
	return streets.map((street) => {
		const said = cameras.some((camera) => ask(program, 'sees', camera, street).shown === 'true');
		const real = cameras.some((camera) => trulySees(camera, street));
		const verdict = said === real ? (real ? 'seen' : 'unseen') : said ? 'believed' : 'missed';
		return { street, said, real, verdict };
	});
}
