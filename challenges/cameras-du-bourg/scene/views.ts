/** What the student's program says that cameras see, beside what they do see. It may return anything, or throw. */
import { ask, askList, type TownRoad } from 'braise/scene';
import { camerasAt, spots, streets, streetsSeenBy, type Camera } from '../data/town';
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
