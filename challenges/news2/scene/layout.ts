/** Where things stand, from 340 to 900 pixels wide: two rows of five beds, an aisle between, a desk on the right. */
export interface Place {
	x: number;
	y: number;
}

export interface Layout {
	width: number;
	height: number;
	/** Height of the wall at the back. */
	wall: number;
	/** Size of a bed: drawn 100 wide and 200 long, then made that much smaller. */
	bed: number;
	column: number;
	/** Middle of each bed's head end, row by row. */
	beds: Place[];
	/** Where the nurse's feet are: on the aisle, and at her desk. */
	aisle: number;
	desk: Place;
	/** Size of letters that have to be read. */
	letters: number;
}

/** `foot`: kept free below for a strip of text. */
export function layoutFor(canvasWidth: number, canvasHeight: number, foot = 0): Layout {
	let width = Math.min(900, Math.max(370, canvasWidth));
	const aspect = Math.min(1.5, Math.max(0.5, canvasHeight / Math.max(1, canvasWidth)));
	let height = width * aspect - foot;
	if (height < 270) {
		height = 270;
		width = (height + foot) / aspect;
	}
	const desk = Math.max(50, width * 0.125);
	const column = (width - desk) / 5;
	const wall = Math.min(height * 0.3, Math.max(height * 0.25, 74));
	const floor = height - wall;
	const bed = Math.min((column * 0.66) / 100, (floor * 0.4) / 200);
	const long = bed * 200;
	const spare = floor - long * 2;
	const first = wall + spare * 0.04;
	const second = first + long + spare * 0.62;
	const middle = (index: number) => column * ((index % 5) + 0.5);
	return {
		width,
		height,
		wall,
		bed,
		column,
		beds: Array.from({ length: 10 }, (_, index) => ({ x: middle(index), y: index < 5 ? first : second })),
		aisle: first + long + spare * 0.5,
		desk: { x: width - desk * 0.5, y: first + long + spare * 0.3 },
		letters: Math.max(14.5, Math.min(18, width / 38))
	};
}

/** Where the nurse stands when she is with somebody: at the right-hand side of the bed. */
export function besideBed(layout: Layout, index: number): Place {
	const { x = 0, y = 0 } = layout.beds[index] ?? {};
	return { x: x + layout.bed * 74, y: index < 5 ? y + layout.bed * 178 : y + layout.bed * 92 };
}
