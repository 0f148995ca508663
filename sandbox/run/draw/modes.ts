import type { ShapeBoxMode } from './constants.ts';
import type { DrawingSurface } from './surface.ts';

export type AngleMode = 'radians' | 'degrees';

const HALF_TURN_DEGREES = 180;

/** The unit of angles of a sketch, or of one sheet of `createGraphics`; `push` and `pop` do not change it. */
export class AngleUnit {
	mode: AngleMode = 'radians';

	toRadians(angle: number): number {
		return this.mode === 'degrees' ? (angle * Math.PI) / HALF_TURN_DEGREES : angle;
	}

	fromRadians(radians: number): number {
		return this.mode === 'degrees' ? (radians * HALF_TURN_DEGREES) / Math.PI : radians;
	}
}

export function createModeAndAngleFunctions(surface: DrawingSurface, unit: AngleUnit) {
	function angleMode(): AngleMode;
	function angleMode(mode: AngleMode): void;
	function angleMode(mode?: AngleMode): AngleMode | void {
		if (mode === undefined) return unit.mode;
		unit.mode = mode;
	}
	return {
		angleMode,
		rectMode(mode: ShapeBoxMode) {
			surface.style.rectMode = mode;
		},
		ellipseMode(mode: ShapeBoxMode) {
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
