/** Functions that draw a shape corner by corner, between `beginShape` and `endShape`. */
import { p5Constants } from './constants.ts';
import { FreePath } from './free-path.ts';
import { paintPath } from './paint-path.ts';
import type { ShapeList } from './shape-list.ts';
import { splineCurves, type SplinePoint } from './spline.ts';
import type { DrawingSurface } from './surface.ts';

const { CLOSE } = p5Constants;

/** A shape between `beginShape` and `endShape`. Its path is in the `FreePath`; the sums of its corners give its middle. */
interface FreeShape {
	cornerCount: number;
	sumX: number;
	sumY: number;
	lastX: number;
	lastY: number;
	/** Points of the unfinished curve; empty when there is no such curve. */
	curvePoints: SplinePoint[];
	/** Whether the shape consists of a single curve, which is then closed by a curve, and not by a straight line. */
	isOneCurve: boolean;
}

export function createFreeShapeFunctions(surface: DrawingSurface, shapeList: ShapeList) {
	const { guard } = surface;
	/** The shape since `beginShape`; undefined outside of `beginShape` and `endShape`. */
	let currentShape: FreeShape | undefined;
	const freePath = new FreePath();
	let tightness = 0;

	const requireBegunShape = (call: string): FreeShape => currentShape ?? guard.refuseCallOutsideShape(call);

	/** Adds the unfinished curve to the path. The shape goes on at the curve's last point. */
	function addUnfinishedCurve({ curvePoints, isOneCurve }: FreeShape, isClosed: boolean): void {
		if (curvePoints.length === 0) return;
		for (const [first, second, end] of splineCurves(curvePoints, tightness, isClosed && isOneCurve))
			freePath.curveTo(first.x, first.y, second.x, second.y, end.x, end.y);
		curvePoints.length = 0;
	}

	function noteCorner(freeShape: FreeShape, x: number, y: number): void {
		freeShape.cornerCount += 1;
		freeShape.sumX += x;
		freeShape.sumY += y;
		freeShape.lastX = x;
		freeShape.lastY = y;
	}

	/** Adds a corner of `vertex` or `bezierVertex`, which ends an unfinished curve of `splineVertex`. */
	function addPlainCorner(call: string, x: number, y: number): void {
		const current = requireBegunShape(call);
		addUnfinishedCurve(current, false);
		current.isOneCurve = false;
		noteCorner(current, x, y);
	}

	return {
		beginShape() {
			currentShape = { cornerCount: 0, sumX: 0, sumY: 0, lastX: 0, lastY: 0, curvePoints: [], isOneCurve: true };
			freePath.beginPath();
		},
		vertex(x: number, y: number) {
			guard.requireNumbers('vertex', ['x', 'y'], [x, y]);
			addPlainCorner('vertex', x, y);
			freePath.lineTo(x, y);
		},
		bezierVertex(x2: number, y2: number, x3: number, y3: number, x4: number, y4: number) {
			guard.requireNumbers('bezierVertex', ['x2', 'y2', 'x3', 'y3', 'x4', 'y4'], [x2, y2, x3, y3, x4, y4]);
			addPlainCorner('bezierVertex', x4, y4);
			freePath.curveTo(x2, y2, x3, y3, x4, y4);
		},
		splineVertex(x: number, y: number) {
			guard.requireNumbers('splineVertex', ['x', 'y'], [x, y]);
			const current = requireBegunShape('splineVertex');
			const { cornerCount, curvePoints, lastX, lastY } = current;
			if (cornerCount === 0) freePath.lineTo(x, y);
			// A curve that follows other corners begins at the last corner.
			else if (curvePoints.length === 0) curvePoints.push({ x: lastX, y: lastY });
			curvePoints.push({ x, y });
			noteCorner(current, x, y);
		},
		splineProperty(name: 'tightness', value: number) {
			guard.requireNumbers('splineProperty', ['value'], [value]);
			if (name === 'tightness') tightness = value;
		},
		endShape(mode?: string) {
			const endedShape = requireBegunShape('endShape');
			addUnfinishedCurve(endedShape, mode === CLOSE);
			currentShape = undefined;
			freePath.traceOnContext(surface.context);
			if (mode === CLOSE) surface.context.closePath();
			paintPath(surface);
			const { cornerCount, sumX, sumY } = endedShape;
			if (cornerCount > 0) shapeList.addShape('shape', sumX / cornerCount, sumY / cornerCount);
		}
	};
}
