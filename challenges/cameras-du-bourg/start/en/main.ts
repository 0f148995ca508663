import type { Camera, Street } from './given.ts';

/** Takes a camera and a street. Returns true if the camera sees the whole street. */
export function sees(camera: Camera, street: Street): boolean {
	// To do again: this is how the brochure counts.
	return street.metres <= camera.reach;
}

/** Takes a number of cameras, the possible spots and the streets. Returns the spots that are chosen. */
export function place(n: number, spots: Camera[], streets: Street[]): Camera[] {
	// To do again: this follows the order of the list, and begins it again when it is finished.
	const chosen: Camera[] = [];
	for (let count = 0; count < n; count = count + 1) {
		const spot = spots[count % spots.length];
		if (spot) chosen.push(spot);
	}
	return chosen;
}
