/** Positions in a ward: two rows of five beds, an aisle between them, and a desk on the right. */
import { stage, type Place } from '../stage.ts';

export interface WardPlan {
	width: number;
	height: number;
	/** Height of the wall at the back. */
	wall: number;
	/** Width of the strip that each bed stands in, in pixels. */
	column: number;
	/** The middle of each bed's head end, row by row. A bed is 100 wide and 200 long, times its `size`. */
	beds: Place[];
	/** Places to the right of each bed, where a person stands who is with the patient. */
	beside: Place[];
	/** Height of the aisle's middle, as y. */
	aisle: number;
	/** Place where a person stands at the desk. */
	desk: Place;
}

/** Returns the positions. `foot` is the height in pixels that is kept free below the ward. */
export function wardPlan(foot = 0): WardPlan {
	const { width, height: whole } = stage();
	const height = whole - foot;
	const officeWidth = Math.max(50, width * 0.125);
	const column = (width - officeWidth) / 5;
	const wall = Math.min(height * 0.3, Math.max(height * 0.25, 74));
	const floorHeight = height - wall;
	const size = Math.min((column * 0.66) / 100, (floorHeight * 0.4) / 200);
	const bedLength = size * 200;
	const spareHeight = floorHeight - bedLength * 2;
	const firstRowY = wall + spareHeight * 0.04;
	const secondRowY = firstRowY + bedLength + spareHeight * 0.62;
	const beds = Array.from({ length: 10 }, (_, index): Place => {
		return { x: column * ((index % 5) + 0.5), y: index < 5 ? firstRowY : secondRowY, size };
	});
	const beside = beds.map(({ x, y }, index) => ({ x: x + size * 74, y: y + size * (index < 5 ? 178 : 92), size }));
	const desk = { x: width - officeWidth * 0.5, y: firstRowY + bedLength + spareHeight * 0.3, size };
	return { width, height, wall, column, beds, beside, aisle: firstRowY + bedLength + spareHeight * 0.5, desk };
}
