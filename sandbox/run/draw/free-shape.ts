/** Functions that draw a shape corner by corner, between `beginShape` and `endShape`. */
import { p5Constants } from './constants.ts';
import { paintPath } from './paint-path.ts';
import type { ShapeList } from './shape-list.ts';
import { splineParts, type SplinePoint } from './spline.ts';
import type { DrawingSurface } from './surface.ts';

const { CLOSE } = p5Constants;

/** A shape that is under way. Sums instead of a list of corners, because a scene draws thousands in a frame. */
interface FreeShape {
	count: number;
	sumX: number;
	sumY: number;
	lastX: number;
	lastY: number;
	/** Points of the curve that is under way; empty when none is. */
	curve: SplinePoint[];
	/** Whether the shape consists of one curve alone, which is then closed as a curve too. */
	isCurve: boolean;
}

export function freeShapeFunctions(surface: DrawingSurface, list: ShapeList) {
	const { guard } = surface;
	/** The shape since `beginShape`; undefined when none is begun. */
	let shape: FreeShape | undefined;
	let tightness = 0;

	const open = (call: string): FreeShape => shape ?? guard.requireOpenShape(call);

	/** Draws the curve that is under way, at whose last point the shape goes on. */
	function endCurve({ curve, isCurve }: FreeShape, isClosed: boolean): void {
		if (curve.length === 0) return;
		const { context } = surface;
		for (const [first, second, end] of splineParts(curve, tightness, isClosed && isCurve))
			context.bezierCurveTo(first.x, first.y, second.x, second.y, end.x, end.y);
		curve.length = 0;
	}

	function addCorner(current: FreeShape, x: number, y: number): void {
		current.count += 1;
		current.sumX += x;
		current.sumY += y;
		current.lastX = x;
		current.lastY = y;
	}

	/** Adds a corner that no curve of `splineVertex` goes through. */
	function addPlainCorner(call: string, x: number, y: number): void {
		const current = open(call);
		endCurve(current, false);
		current.isCurve = false;
		addCorner(current, x, y);
	}

	return {
		beginShape() {
			shape = { count: 0, sumX: 0, sumY: 0, lastX: 0, lastY: 0, curve: [], isCurve: true };
			surface.context.beginPath();
		},
		vertex(x: number, y: number) {
			guard.requireNumbers('vertex', ['x', 'y'], [x, y]);
			addPlainCorner('vertex', x, y);
			surface.context.lineTo(x, y);
		},
		bezierVertex(x2: number, y2: number, x3: number, y3: number, x4: number, y4: number) {
			guard.requireNumbers('bezierVertex', ['x2', 'y2', 'x3', 'y3', 'x4', 'y4'], [x2, y2, x3, y3, x4, y4]);
			addPlainCorner('bezierVertex', x4, y4);
			surface.context.bezierCurveTo(x2, y2, x3, y3, x4, y4);
		},
		splineVertex(x: number, y: number) {
			guard.requireNumbers('splineVertex', ['x', 'y'], [x, y]);
			const current = open('splineVertex');
			const { count, curve, lastX, lastY } = current;
			if (count === 0) surface.context.moveTo(x, y);
			// A curve behind other corners begins at the last of them.
			else if (curve.length === 0) curve.push({ x: lastX, y: lastY });
			curve.push({ x, y });
			addCorner(current, x, y);
		},
		splineProperty(name: 'tightness', value: number) {
			guard.requireNumbers('splineProperty', ['value'], [value]);
			if (name === 'tightness') tightness = value;
		},
		endShape(mode?: string) {
			const endedShape = open('endShape');
			endCurve(endedShape, mode === CLOSE);
			shape = undefined;
			if (mode === CLOSE) surface.context.closePath();
			paintPath(surface);
			const { count, sumX, sumY } = endedShape;
			if (count > 0) list.add('shape', sumX / count, sumY / count);
		}
	};
}
