/** The figures of the decision, on the thefts of a year and the cameras that the student's program chooses. Pure. */
import { streets, thefts, type Camera, type Theft } from '../data/town';
import { placeCameras, trulySees } from './views';

/** `hours` of street light after 23, seven at most; `days` that images are kept. */
export interface Rule {
	cameras: number;
	days: number;
	hours: number;
}

/** All invented: what light and cameras do, and what they cost in a year. */
const AVOIDED = { light: 1 / 4, camera: 1 / 8 };
const FOUND = { alone: 1 / 10, images: 1 / 3 };
const CENTS = { camera: 180_000, hour: 70_000 };
const NIGHT = 7;

export function ruleOf(option: string, values: Record<string, number> = {}): Rule {
	if (option === 'cameras') return { cameras: 5, days: 30, hours: 0 };
	if (option === 'light') return { cameras: 0, days: 0, hours: NIGHT };
	if (option !== 'another') return { cameras: 0, days: 0, hours: 0 };
	return { cameras: values['cameraCount'] ?? 3, days: values['keepDays'] ?? 7, hours: values['lightHours'] ?? 2 };
}

/** Hours since 23 at the time of a theft. */
const lateness = ({ hour }: Theft): number => (hour + 1) % 24;

const isFilmed = (cameras: Camera[], street: Theft['street']): boolean =>
	cameras.some((camera) => trulySees(camera, street));

export function measure(option: string, values: Record<string, number> = {}) {
	const { cameras: wanted, days, hours } = ruleOf(option, values);
	const cameras = wanted === 0 ? [] : placeCameras(wanted);
	let [theftSum, foundSum] = [0, 0];
	for (const theft of thefts) {
		const isNight = lateness(theft) < NIGHT;
		const isLit = isNight && lateness(theft) < hours;
		// A camera recognises nothing in the dark.
		const isSeen = isFilmed(cameras, theft.street) && (isLit || !isNight);
		const left = (isLit ? 1 - AVOIDED.light : 1) * (isSeen ? 1 - AVOIDED.camera : 1);
		theftSum += left;
		foundSum += left * (isSeen && theft.days <= days ? FOUND.images : FOUND.alone);
	}
	const filmed = streets.filter((street) => isFilmed(cameras, street)).reduce((sum, { people }) => sum + people, 0);
	return [
		{ id: 'thefts', value: Math.round(theftSum), unit: 'count' },
		{ id: 'found', value: Math.round(foundSum), unit: 'count' },
		{ id: 'cost', value: cameras.length * CENTS.camera + hours * CENTS.hour, unit: 'cents' },
		{ id: 'filmed', value: filmed, unit: 'count' },
		{ id: 'stored', value: filmed * days, unit: 'count' },
		{ id: 'dark', value: (NIGHT - hours) * 60, unit: 'minutes' }
	];
}
