import type { Camera, Street } from './given.ts';

export function sees(camera: Camera, street: Street): boolean {
	const meets = street.from === camera.corner || street.to === camera.corner;
	return meets && street.metres <= camera.reach;
}

export function place(n: number, spots: Camera[], streets: Street[]): Camera[] {
	const chosen: Camera[] = [];
	let unseen = streets;
	for (let count = 0; count < n; count = count + 1) {
		let best: Camera | undefined;
		let most = 0;
		for (const spot of spots) {
			const gain = unseen.filter((street) => sees(spot, street)).length;
			if (gain > most) {
				best = spot;
				most = gain;
			}
		}
		if (best === undefined) return chosen;
		const camera = best;
		chosen.push(camera);
		unseen = unseen.filter((street) => !sees(camera, street));
	}
	return chosen;
}

/** The stretch: who are filmed in a day, each street once. */
export function countPeople(cameras: Camera[], streets: Street[]): number {
	const filmed = streets.filter((street) => cameras.some((camera) => sees(camera, street)));
	return filmed.reduce((sum, { people }) => sum + people, 0);
}
