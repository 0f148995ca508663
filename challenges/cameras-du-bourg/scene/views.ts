/** What the student's program says that cameras see, beside what they do see. It may return anything, or throw. */
import { ask } from 'braise/scene';
import * as program from '../main';
import { spots, streets, type Camera, type Street } from '../data/town';

/** A street as the student's function says it is seen, and as it is. */
export interface StreetView {
	street: Street;
	isClaimed: boolean;
	isSeen: boolean;
	verdict: 'seen' | 'unseen' | 'believed' | 'missed';
}

/** More cameras than this are not drawn. */
const MOST = 60;

export const trulySees = ({ corner, reach }: Camera, { from, to, metres }: Street): boolean =>
	metres <= reach && (from === corner || to === corner);

/** Cameras at some corners of the town. */
export const camerasAt = (...corners: string[]): Camera[] => spots.filter(({ corner }) => corners.includes(corner));

/** What a program changes in it, nobody else sees. */
const copyOf = <Item extends object>(items: Item[]): Item[] => items.map((item) => ({ ...item }));

/** Calls the student's `place`; what is no camera of the town is left out. */
export function placeCameras(n: number): Camera[] {
	try {
		const call = (program as Record<string, unknown>)['place'];
		if (typeof call !== 'function') return [];
		const answer: unknown = (call as (...values: unknown[]) => unknown)(n, copyOf(spots), copyOf(streets));
		const list = Array.isArray(answer) ? (answer as unknown[]).slice(0, MOST) : [];
		return list.flatMap((each) => {
			const { corner } = Object(each) as { corner?: unknown };
			return spots.filter((spot) => spot.corner === corner);
		});
	} catch {
		return [];
	}
}

/** Asks the student's own function how many are filmed. Returns short text, empty where there is no function. */
export const countFilmed = (cameras: Camera[]): string =>
	'countPeople' in program ? ask(program, 'countPeople', cameras, streets).shown : '';

/** Asks the student's `sees` about every street. */
export function compareViews(cameras: Camera[]): StreetView[] {
	return streets.map((street) => {
		const isClaimed = cameras.some((camera) => ask(program, 'sees', camera, street).shown === 'true');
		const isSeen = cameras.some((camera) => trulySees(camera, street));
		const verdict = isClaimed === isSeen ? (isSeen ? 'seen' : 'unseen') : isClaimed ? 'believed' : 'missed';
		return { street, isClaimed, isSeen, verdict };
	});
}
