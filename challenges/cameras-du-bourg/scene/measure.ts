import { ask, askList, type TownRoad } from 'braise/scene';
import { camerasAt, spots, streets, streetsSeenBy, type Camera, thefts } from '../data/town';
import * as program from '../main';

/** Right if it is seen, odd if it is not; wrong if the program believes that it is, doubtful if it misses it. */
export type StreetView = TownRoad & { name: string };

/** Calls the student's `place`; what is no camera of the town is left out, and what comes after sixty of them. */
export function placeCameras(n: number): Camera[] {
	const list = askList(program, 'place', n, spots, streets).slice(0, 60);
	return list.flatMap((each) => camerasAt((Object(each) as Partial<Camera>).corner ?? ''));
}

/** Asks the student's `sees` about every street. */
export function compareViews(cameras: Camera[]): StreetView[] {
	const seen = streetsSeenBy(cameras);
	return streets.map((street) => {
		const isClaimed = cameras.some((camera) => ask(program, 'sees', camera, street).value === true);
		const [yes, no] = seen.includes(street) ? (['right', 'doubt'] as const) : (['wrong', 'odd'] as const);
		return { ...street, tone: isClaimed ? yes : no };
	});
}

/** All invented: what light and cameras do, and what they cost in a year. */
const AVOIDED = { light: 1 / 4, camera: 1 / 8 };
const FOUND = { alone: 1 / 10, images: 1 / 3 };
const CENTS = { camera: 180_000, hour: 70_000 };
/** Hours that the street lamps are out, from 23. */
export const NIGHT = 7;

type Values = Record<string, number>;
const RULES: Record<string, Values> = { cameras: { cameraCount: 5, keepDays: 30 }, light: { lightHours: NIGHT } };

/** `hours` of street light after 23; `days` that images are kept. */
export function ruleOf(option: string, values: Values = {}) {
	const { cameraCount = 0, keepDays = 0, lightHours = 0 } = option === 'another' ? values : (RULES[option] ?? {});
	return { cameras: cameraCount === 0 ? [] : placeCameras(cameraCount), days: keepDays, hours: lightHours };
}

export function measure(option: string, values?: Values) {
	const { cameras, days, hours } = ruleOf(option, values);
	const streets = streetsSeenBy(cameras);
	let [theftSum, foundSum] = [0, 0];
	for (const theft of thefts) {
		const isLit = theft.late < hours;
		// A camera recognises nothing in the dark.
		const isSeen = (isLit || theft.late >= NIGHT) && streets.some(({ name }) => name === theft.street);
		const left = (isLit ? 1 - AVOIDED.light : 1) * (isSeen ? 1 - AVOIDED.camera : 1);
		theftSum += left;
		foundSum += left * (isSeen && theft.days <= days ? FOUND.images : FOUND.alone);
	}
	const filmed = streets.reduce((sum, { people }) => sum + people, 0);
	return [
		{ id: 'thefts', value: Math.round(theftSum), unit: 'count' },
		{ id: 'found', value: Math.round(foundSum), unit: 'count' },
		{ id: 'cost', value: cameras.length * CENTS.camera + hours * CENTS.hour, unit: 'cents' },
		{ id: 'filmed', value: filmed, unit: 'count' },
		{ id: 'stored', value: filmed * days, unit: 'count' },
		{ id: 'dark', value: (NIGHT - hours) * 60, unit: 'minutes' }
	];
}
