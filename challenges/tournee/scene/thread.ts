/** The thread that a van draws over the map, the pencil line of what it means to do, and knots where it crosses itself. */
import { circle, drawingContext, fill, line, noStroke, pop, push, stroke, strokeWeight } from 'braise/draw';
import type { Point } from './country';
import type { Frame } from './frame';
import type { Layout } from './layout';
import type { Round } from './rounds';

function traced(layout: Layout, path: Point[]): void {
	const context = drawingContext;
	context.beginPath();
	path.forEach((point, index) => {
		const { x, y } = layout.at(point);
		if (index === 0) context.moveTo(x, y);
		else context.lineTo(x, y);
	});
	context.lineJoin = 'round';
	context.lineCap = 'round';
	context.stroke();
}

export function pencil({ palette, layout }: Frame, path: Point[], dash: number[] = [5, 6]): void {
	const context = drawingContext;
	push();
	context.setLineDash(dash);
	context.strokeStyle = palette.pencil;
	context.lineWidth = 1.8;
	traced(layout, path);
	pop();
}

/** Wool: a shadow on the map, the strand, and the light on its twist. `dashed` tells a second van's from the first. */
export function thread({ palette, layout }: Frame, path: Point[], colour: string, dashed = false): void {
	if (path.length < 2) return;
	const context = drawingContext;
	const weight = 4.4 * Math.max(0.85, layout.unit);
	push();
	context.lineWidth = weight;
	context.strokeStyle = palette.shadow;
	context.translate(1.5, 3.5);
	traced(layout, path);
	context.translate(-1.5, -3.5);
	context.strokeStyle = colour;
	if (dashed) context.setLineDash([weight * 2.6, weight * 1.5]);
	traced(layout, path);
	if (!dashed) {
		context.setLineDash([1.5, 4.5]);
		context.lineWidth = weight * 0.3;
		context.strokeStyle = palette.twist;
		traced(layout, path);
	}
	pop();
}

export function knots({ palette, layout }: Frame, crossings: Round['crossings'], upTo: number): void {
	for (const { at, leg } of crossings) {
		if (leg > upTo) continue;
		const { x, y } = layout.at(at);
		const size = 4 * Math.max(0.85, layout.unit);
		noStroke();
		fill('#fffaf0');
		circle(x, y, size * 3.1);
		stroke(palette.day ? palette.red : '#b02a1f');
		strokeWeight(2.2);
		line(x - size * 0.75, y - size * 0.75, x + size * 0.75, y + size * 0.75);
		line(x - size * 0.75, y + size * 0.75, x + size * 0.75, y - size * 0.75);
	}
}

export interface Whereabouts {
	/** Leg being driven, or the last one while the van stands at a door. */
	leg: number;
	point: Point;
	driving: boolean;
	leftwards: boolean;
	/** What is drawn of the path so far. */
	done: Point[];
}

export function whereabouts(round: Round, minute: number): Whereabouts {
	const last = round.path.length - 2;
	for (let leg = 0; leg <= last; leg++) {
		const [from, to] = [round.path[leg]!, round.path[leg + 1]!];
		const leaves = leg === 0 ? 0 : round.stops[leg - 1]!.leaves;
		const arrives = round.stops[leg]?.arrives ?? round.back;
		const until = round.stops[leg]?.leaves ?? Infinity;
		if (minute >= until && leg < last) continue;
		const part = arrives > leaves ? Math.min(1, Math.max(0, (minute - leaves) / (arrives - leaves))) : 1;
		const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
		return {
			leg,
			point,
			driving: part > 0 && part < 1,
			leftwards: to.x < from.x,
			done: [...round.path.slice(0, leg + 1), point]
		};
	}
	return { leg: 0, point: round.path[0]!, driving: false, leftwards: false, done: [] };
}
