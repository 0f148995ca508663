/** Curves through points, as p5 2 draws them with `splineVertex`. */

export interface SplinePoint {
	x: number;
	y: number;
}

/** A curve to the next point: two control points, and the end. */
type CurvePart = readonly [SplinePoint, SplinePoint, SplinePoint];

/**
 * Returns the Bézier curves of a Catmull-Rom spline, the first of which begins at the first point; none for a single point.
 * `tightness` is 0 for a round curve and 1 for straight lines: https://p5js.org/reference/p5/splineProperty/.
 */
export function splineParts(points: readonly SplinePoint[], tightness: number, isClosed: boolean): CurvePart[] {
	const [first, second] = points;
	const last = points.at(-1);
	if (first === undefined || second === undefined || last === undefined) return [];
	const stops = isClosed ? [...points, first] : points;
	const bend = (1 - tightness) / 6;
	return stops.slice(0, -1).map((from, nth): CurvePart => {
		const to = stops[nth + 1] ?? from;
		// The point before and the one after give the curve its direction at both ends.
		const before = stops[nth - 1] ?? (isClosed ? last : from);
		const after = stops[nth + 2] ?? (isClosed ? second : to);
		return [
			{ x: from.x + (to.x - before.x) * bend, y: from.y + (to.y - before.y) * bend },
			{ x: to.x - (after.x - from.x) * bend, y: to.y - (after.y - from.y) * bend },
			to
		];
	});
}
