import type { Point } from './country-plan.ts';

/** A point of a path, with the minutes at which the traveller arrives there and leaves. */
interface JourneyStop extends Point {
	arrives: number;
	leaves: number;
}

const EMPTY_STOP: JourneyStop = { x: 0, y: 0, arrives: 0, leaves: 0 };

/** Returns where the traveller is on a path at a minute, and the part of the path that the traveller has covered. */
export function whereabouts(path: readonly JourneyStop[], minute: number) {
	const nextIndex = path.findIndex(({ leaves }, index) => index > 0 && minute < leaves);
	const targetIndex = nextIndex === -1 ? path.length - 1 : nextIndex;
	const fromStop = path[targetIndex - 1] ?? path[0] ?? EMPTY_STOP;
	const toStop = path[targetIndex] ?? fromStop;
	const driveMinutes = toStop.arrives - fromStop.leaves;
	const drivenPart = driveMinutes > 0 ? Math.min(1, Math.max(0, (minute - fromStop.leaves) / driveMinutes)) : 1;
	const position: Point = {
		x: fromStop.x + (toStop.x - fromStop.x) * drivenPart,
		y: fromStop.y + (toStop.y - fromStop.y) * drivenPart
	};
	return {
		/** Number of the part of the path that the traveller is on, from 0. */
		part: Math.max(0, targetIndex - 1),
		point: position,
		drives: drivenPart > 0 && drivenPart < 1,
		looks: toStop.x < fromStop.x ? ('left' as const) : ('right' as const),
		driven: [...path.slice(0, Math.max(0, targetIndex)), position] as Point[]
	};
}

export function crossings(path: readonly Point[]): (Point & { part: number })[] {
	const crossingPoints: (Point & { part: number })[] = [];
	for (let part = 0; part + 1 < path.length; part++) {
		for (let earlierPart = 0; earlierPart < part - 1; earlierPart++) {
			const at = findCrossing(path.slice(earlierPart, earlierPart + 2), path.slice(part, part + 2));
			if (at !== undefined) crossingPoints.push({ ...at, part });
		}
	}
	return crossingPoints;
}

function findCrossing([a, b]: readonly Point[], [c, d]: readonly Point[]): Point | undefined {
	if (!a || !b || !c || !d) return undefined;
	const [rx, ry, sx, sy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
	const crossProduct = rx * sy - ry * sx;
	if (Math.abs(crossProduct) < 1e-9) return undefined;
	const t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / crossProduct;
	const u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / crossProduct;
	const isInsideSegment = (part: number) => part > 1e-6 && part < 1 - 1e-6;
	return isInsideSegment(t) && isInsideSegment(u) ? { x: a.x + t * rx, y: a.y + t * ry } : undefined;
}
