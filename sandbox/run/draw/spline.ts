/** Curves through points, as p5 2 draws them with `splineVertex`. */

export interface SplinePoint {
	x: number;
	y: number;
}

/** A curve to the next point: two control points, and the end. */
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
