import type { DrawingSurface, DrawingContext } from './surface.ts';
import { p5Constants } from './constants.ts';
import type { ShapeList } from './shape-list.ts';

interface SplinePoint {
	x: number;
	y: number;
}

type BezierCurve = readonly [SplinePoint, SplinePoint, SplinePoint];

/**
 * Returns the Bézier curves of a Catmull-Rom spline, the first of which begins at the first point; none for a single point.
 * `tightness` is 0 for a round curve and 1 for straight lines: https://p5js.org/reference/p5/splineProperty/.
 */
export function splineCurves(points: readonly SplinePoint[], tightness: number, isClosed: boolean): BezierCurve[] {
	const [first, second] = points;
	const last = points.at(-1);
	if (first === undefined || second === undefined || last === undefined) return [];
	const passedPoints = isClosed ? [...points, first] : points;
	const bendFactor = (1 - tightness) / 6;
	return passedPoints.slice(0, -1).map((from, nth): BezierCurve => {
		const to = passedPoints[nth + 1] ?? from;
		// The points before and after the curve decide its direction at both ends.
		const previousPoint = passedPoints[nth - 1] ?? (isClosed ? last : from);
		const followingPoint = passedPoints[nth + 2] ?? (isClosed ? second : to);
		return [
			{ x: from.x + (to.x - previousPoint.x) * bendFactor, y: from.y + (to.y - previousPoint.y) * bendFactor },
			{ x: to.x - (followingPoint.x - from.x) * bendFactor, y: to.y - (followingPoint.y - from.y) * bendFactor },
			to
		];
	});
}

export function paintPath({ context, style }: DrawingSurface, fills = true): void {
	if (fills && style.fill !== null) {
		context.fillStyle = style.fill;
		context.fill();
	}
	if (style.stroke !== null && style.strokeWeight > 0) {
		context.strokeStyle = style.stroke;
		context.lineWidth = style.strokeWeight;
		context.stroke();
	}
}

const COORDINATES_PER_LINE = 2;
const COORDINATES_PER_CURVE = 6;

/**
 * Holds numbers instead of a `Path2D`, which the judge's engine lacks. All shapes share these lists, and a corner takes only two
 * numbers, because a scene draws thousands of corners in a frame.
 */
class FreePath {
	/** Coordinates of all parts: two for a line to a corner, six for a Bézier curve. */
	readonly #numbers: number[] = [];
	/** Indexes in `#numbers` at which the six numbers of each curve begin. */
	readonly #curveStarts: number[] = [];
	#numberCount = 0;

	beginPath(): void {
		this.#numberCount = 0;
		this.#curveStarts.length = 0;
	}

	lineTo(x: number, y: number): void {
		this.#numbers[this.#numberCount] = x;
		this.#numbers[this.#numberCount + 1] = y;
		this.#numberCount += COORDINATES_PER_LINE;
	}

	curveTo(x2: number, y2: number, x3: number, y3: number, x4: number, y4: number): void {
		this.#curveStarts.push(this.#numberCount);
		this.lineTo(x2, y2);
		this.lineTo(x3, y3);
		this.lineTo(x4, y4);
	}

	traceOnContext(context: DrawingContext): void {
		const [numbers, curveStarts, count] = [this.#numbers, this.#curveStarts, this.#numberCount];
		context.beginPath();
		let curve = 0;
		for (let at = 0; at < count;) {
			const x = numbers[at] ?? 0;
			const y = numbers[at + 1] ?? 0;
			if (at !== curveStarts[curve]) {
				context.lineTo(x, y);
				at += COORDINATES_PER_LINE;
				continue;
			}
			const [x3 = 0, y3 = 0, x4 = 0, y4 = 0] = numbers.slice(at + COORDINATES_PER_LINE, at + COORDINATES_PER_CURVE);
			context.bezierCurveTo(x, y, x3, y3, x4, y4);
			at += COORDINATES_PER_CURVE;
			curve += 1;
		}
	}
}

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
	let currentShape: FreeShape | undefined;
	const freePath = new FreePath();
	let tightness = 0;

	const requireBegunShape = (call: string): FreeShape => currentShape ?? guard.refuseCallOutsideShape(call);

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
