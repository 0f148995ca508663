/** How rectangles and ovals are placed, and in which unit angles are given: p5's modes. */
import type { Surface } from './surface.ts';

export type PlaceMode = 'corner' | 'corners' | 'center' | 'radius';
export type AngleMode = 'radians' | 'degrees';

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

const HALF_TURN_DEGREES = 180;

/** Returns the box, by its top left corner, that four numbers mean in a mode. */
export function boxOf(mode: PlaceMode, a: number, b: number, c: number, d: number): Box {
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

/** The unit of angles, which belongs to the whole sketch. */
export class AngleUnit {
	mode: AngleMode = 'radians';

	toRadians(angle: number): number {
		return this.mode === 'degrees' ? (angle * Math.PI) / HALF_TURN_DEGREES : angle;
	}

	fromRadians(radians: number): number {
		return this.mode === 'degrees' ? (radians * HALF_TURN_DEGREES) / Math.PI : radians;
	}
}

export function modeFunctions(surface: Surface, unit: AngleUnit) {
	function angleMode(): AngleMode;
	function angleMode(mode: AngleMode): void;
	function angleMode(mode?: AngleMode): AngleMode | void {
		if (mode === undefined) return unit.mode;
		unit.mode = mode;
	}
	return {
		angleMode,
		rectMode(mode: PlaceMode) {
			surface.style.rectMode = mode;
		},
		ellipseMode(mode: PlaceMode) {
			surface.style.ellipseMode = mode;
		},
		sin: (angle: number) => Math.sin(unit.toRadians(angle)),
		cos: (angle: number) => Math.cos(unit.toRadians(angle)),
		tan: (angle: number) => Math.tan(unit.toRadians(angle)),
		asin: (value: number) => unit.fromRadians(Math.asin(value)),
		acos: (value: number) => unit.fromRadians(Math.acos(value)),
		atan: (value: number) => unit.fromRadians(Math.atan(value)),
		atan2: (y: number, x: number) => unit.fromRadians(Math.atan2(y, x))
	};
}
