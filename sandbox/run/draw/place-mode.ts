/** Modes that decide what the four numbers of a rectangle or oval mean: p5's `rectMode` and `ellipseMode`. */

export type ShapeBoxMode = 'corner' | 'corners' | 'center' | 'radius';

export interface ShapeBox {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Returns the box, with its top left corner, that four numbers describe in a mode. */
export function shapeBoxOf(mode: ShapeBoxMode, a: number, b: number, c: number, d: number): ShapeBox {
	switch (mode) {
		case 'corner':
			return { x: a, y: b, width: c, height: d };
		case 'corners':
			return { x: Math.min(a, c), y: Math.min(b, d), width: Math.abs(c - a), height: Math.abs(d - b) };
		case 'center':
			return { x: a - c / 2, y: b - d / 2, width: c, height: d };
		case 'radius':
			return { x: a - c, y: b - d, width: c * 2, height: d * 2 };
	}
}
