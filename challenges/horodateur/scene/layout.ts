/** Where things stand, from 320 to 900 pixels wide. The street is measured up from the picture's lower edge. */
export interface Layout {
	width: number;
	height: number;
	narrow: boolean;
	/** Scale of the street, and of the meter and the people before it. */
	street: number;
	front: number;
	meterX: number;
	driverX: number;
	/** Baseline of the feet. */
	floor: number;
	/** The last one is always taken, behind whoever stands at the meter. */
	bays: [number, number, number];
}

export function layoutFor(canvasWidth: number, canvasHeight: number): Layout {
	let width = Math.min(900, Math.max(430, canvasWidth));
	const aspect = Math.min(1.5, canvasHeight / Math.max(1, canvasWidth));
	let height = width * aspect;
	if (height < 290) {
		height = 290;
		width = height / aspect;
	}
	const narrow = width < 600;
	const street = Math.min(1.15, Math.max(0.62, height / 520));
	const front = Math.min(1.12, Math.max(0.74, height / 500), width / 520 < 0.9 ? 0.9 : 1.12);
	const meterX = width - (narrow ? 74 : 132) * Math.max(front, 0.8);
	return {
		width,
		height,
		narrow,
		street,
		front,
		meterX,
		driverX: meterX - 112 * front,
		floor: height - 16 * street,
		bays: [(0.42 * width) / street, (0.16 * width) / street, (0.68 * width) / street]
	};
}

/** The heights of the street, in its own units above the picture's lower edge. */
export const heights = { near: 56, lane: 92, bay: 128, kerb: 158, pavement: 186 };
