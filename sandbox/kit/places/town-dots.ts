/** Draws a dot on a map for each event, and one person's path through the town. */
import {
	beginShape,
	circle,
	drawingContext,
	endShape,
	fill,
	noFill,
	noStroke,
	pop,
	push,
	stroke,
	strokeWeight,
	vertex
} from 'braise/draw';
import type { TownLayout } from './town-plan.ts';

/** A dot that stands for an event. Dots without a place lie in a row along the map's lower edge. */
export interface Dot {
	place?: string | undefined;
	/** True for events of the person whose path is drawn. */
	marked?: boolean;
}

export function drawTownDots({ area: { x, y, width, height }, places }: TownLayout, dots: readonly Dot[]): void {
	const size = Math.max(5, width * 0.017);
	const dotCountByPlace = new Map<string, number>();
	const placedDots = dots.map(({ place = '', marked = false }, index) => {
		const spot = places.find(({ name }) => name === place)?.at;
		if (spot === undefined) {
			const row = Math.floor(index / 30);
			return { x: x + ((index % 30) + 0.5) * (width / 30), y: y + height - 10 - row * size * 1.5, marked, lost: true };
		}
		const nth = dotCountByPlace.get(place) ?? 0;
		dotCountByPlace.set(place, nth + 1);
		const distance = width * 0.062 + Math.sqrt(nth) * size * 0.92;
		const [dx, dy] = [Math.cos(nth * 2.4) * distance, Math.sin(nth * 2.4) * distance * 0.82];
		return { x: spot.x + dx, y: spot.y + dy, marked, lost: false };
	});
	const markedDots = placedDots.filter(({ marked }) => marked);
	noStroke();
	fill('rgba(61, 84, 104, 0.55)');
	for (const { x, y, marked } of placedDots) if (!marked) circle(x, y, size);
	drawPersonPath(markedDots.filter(({ lost }) => !lost));
	stroke('#5d1f05');
	strokeWeight(1.6);
	fill('#f26b21');
	for (const { x, y } of markedDots) circle(x, y, size * 1.55);
}

function drawPersonPath(points: readonly { x: number; y: number }[]): void {
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
