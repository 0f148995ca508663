/** A map of a small town, with a dot for everything that happened, and one person's path through it. */
import {
	beginShape,
	bezierVertex,
	circle,
	drawingContext,
	endShape,
	fill,
	line,
	noFill,
	noStroke,
	pop,
	push,
	stroke,
	strokeWeight,
	vertex
} from 'braise/draw';
import { box } from '../paper.ts';
import type { Area } from '../stage.ts';
import { isLandmark, landmark, type Landmark } from './landmark.ts';

interface TownPlan {
	/** By name: `x` and `y`, from 0 to 1 over the map, and a sign where the name is that of no sign. */
	places: Record<string, readonly [x: number, y: number, sign?: Landmark]>;
	/** Two names each, as in `market-station`. */
	roads: readonly string[];
}

/** Something that happened; without a place it lies in a row along the lower edge. */
interface Dot {
	place?: string | undefined;
	/** Belongs to the one whose path is drawn. */
	marked?: boolean;
}

/** Draws the map and its dots. */
export function townMap(area: Area, plan: TownPlan, dots: readonly Dot[] = []): void {
	town(area, plan);
	for (const [name, [x, y, sign = name]] of Object.entries(plan.places)) {
		if (isLandmark(sign))
			landmark(sign, area.x + x * area.width, area.y + y * area.height, Math.max(17, area.width * 0.085));
	}
	drawDots(area, plan, dots);
}

function town({ x, y, width, height }: Area, { places, roads }: TownPlan): void {
	const at = (px: number, py: number): [number, number] => [x + px * width, y + py * height];
	box('#ecdcbc', x, y, width, height, 10);
	const context = drawingContext;
	push();
	context.beginPath();
	context.rect(x, y, width, height);
	context.clip();
	noFill();
	stroke('#a9c4c4');
	strokeWeight(width * 0.06);
	beginShape();
	vertex(...at(-0.05, 0.5));
	bezierVertex(...at(0.25, 0.38), ...at(0.3, 0.66), ...at(0.5, 0.78));
	bezierVertex(...at(0.62, 0.86), ...at(0.6, 1), ...at(0.64, 1.1));
	endShape();
	stroke('#fbf5e6');
	strokeWeight(Math.max(4, width * 0.024));
	for (const road of roads) {
		const [from, to] = road.split('-').map((name) => places[name]);
		if (from && to) line(...at(from[0], from[1]), ...at(to[0], to[1]));
	}
	noStroke();
	for (const [px, py, size] of [
		[0.07, 0.12, 0.12],
		[0.42, 0.38, 0.06],
		[0.96, 0.12, 0.1],
		[0.4, 0.93, 0.08],
		[0.02, 0.93, 0.09]
	] as const) {
		fill('#c3cf9f');
		circle(...at(px, py), size * width);
		circle(...at(px + 0.05, py + 0.03), size * 0.7 * width);
	}
	pop();
}

function drawDots({ x, y, width, height }: Area, { places }: TownPlan, dots: readonly Dot[]): void {
	const size = Math.max(5, width * 0.017);
	const counts = new Map<string, number>();
	const points = dots.map(({ place = '', marked = false }, index) => {
		const spot = places[place];
		if (spot === undefined) {
			const row = Math.floor(index / 30);
			return { x: x + ((index % 30) + 0.5) * (width / 30), y: y + height - 10 - row * size * 1.5, marked, lost: true };
		}
		const nth = counts.get(place) ?? 0;
		counts.set(place, nth + 1);
		const far = width * 0.062 + Math.sqrt(nth) * size * 0.92;
		const [dx, dy] = [Math.cos(nth * 2.4) * far, Math.sin(nth * 2.4) * far * 0.82];
		return { x: x + spot[0] * width + dx, y: y + spot[1] * height + dy, marked, lost: false };
	});
	const mine = points.filter(({ marked }) => marked);
	noStroke();
	fill('rgba(61, 84, 104, 0.55)');
	for (const { x, y, marked } of points) if (!marked) circle(x, y, size);
	path(mine.filter(({ lost }) => !lost));
	stroke('#5d1f05');
	strokeWeight(1.6);
	fill('#f26b21');
	for (const { x, y } of mine) circle(x, y, size * 1.55);
}

function path(points: readonly { x: number; y: number }[]): void {
	const context = drawingContext;
	push();
	noFill();
	stroke('#d9560d');
	strokeWeight(1.8);
	context.setLineDash([5, 5]);
	beginShape();
	for (const { x, y } of points) vertex(x, y);
	endShape();
	context.setLineDash([]);
	pop();
}
