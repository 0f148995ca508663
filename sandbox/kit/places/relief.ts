import {
	beginShape,
	drawingContext,
	endShape,
	fill,
	height,
	linearGradient,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	vertex,
	width
} from 'braise/draw';
import type { CountrysideColours } from '../countryside-colours.ts';
import { drawPaperSheet, paperOffset } from '../paper.ts';
import {
	interpolateCurve,
	coastAt,
	coordinatePairsOf,
	type CountryMap,
	type CountryPlan,
	type CoordinatePair
} from './country-plan.ts';

/** Kilometres beyond the country's extent that a picture with other proportions may show. */
const KILOMETRES_BEYOND_EXTENT = 14;

function landOutlineOf(plan: CountryPlan, map: CountryMap, kilometresInland: number): number[] {
	const { left, right, bottom, top } = plan.extent;
	const points: number[] = [];
	for (let step = 0; step * 0.3 <= top - bottom + 2 * KILOMETRES_BEYOND_EXTENT; step++) {
		const y = bottom - KILOMETRES_BEYOND_EXTENT + step * 0.3;
		const coastX = Math.max(left - 25, coastAt(plan, y));
		const at = map.place({ x: coastX + kilometresInland + paperOffset(step, 3) * 0.05, y });
		points.push(at.x, at.y);
	}
	const outerCorners = [top + KILOMETRES_BEYOND_EXTENT, bottom - KILOMETRES_BEYOND_EXTENT].flatMap((y) => {
		const at = map.place({ x: right + 25, y });
		return [at.x, at.y];
	});
	return [...points, ...outerCorners];
}

function drawSea(plan: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	noStroke();
	fill(linearGradient(0, 0, map.place({ x: coastAt(plan, 5) + 1, y: 5 }).x, 0, ...colours.sea));
	rect(-400, -400, width + 800, height + 800);
	colours.shallows.forEach((colour, index) =>
		drawPaperSheet(colour, colours.shade, landOutlineOf(plan, map, -0.95 + index * 0.28), 3, 0)
	);
	// Waves, drawn as rows of arcs.
	const context = drawingContext;
	context.strokeStyle = colours.foam;
	context.lineWidth = 1.5;
	const size = map.scale * 0.12;
	for (let row = 0; row < 44; row++) {
		for (let column = 0; column < 9; column++) {
			const y = row * 0.62 + plan.extent.bottom - 6.9 + paperOffset(row, column) * 0.2;
			const x = coastAt(plan, y) - 1.5 - column * 0.9 - (row % 2) * 0.45 + paperOffset(column, row) * 0.2;
			const at = map.place({ x, y });
			context.beginPath();
			context.arc(at.x - size, at.y, size, 0.15 * Math.PI, 0.95 * Math.PI);
			context.arc(at.x + size, at.y, size, 0.15 * Math.PI, 0.95 * Math.PI);
			context.stroke();
		}
	}
}

type Hill = NonNullable<CountryPlan['hills']>[number];

function hillOutlineOf(map: CountryMap, [x, y, wide, high]: Hill, sizePart: number): number[] {
	return Array.from({ length: 48 }, (_, corner) => {
		const angle = (corner / 48) * Math.PI * 2;
		const wave = 1 + 0.1 * Math.sin(angle * 3 + x) + 0.06 * Math.sin(angle * 5 + y * 2) + 0.03 * Math.sin(angle * 9);
		const at = map.place({
			x: x + Math.cos(angle) * wide * sizePart * wave + (1 - sizePart) * 0.5,
			y: y + Math.sin(angle) * high * sizePart * wave + (1 - sizePart) * 0.4
		});
		return [at.x, at.y];
	}).flat();
}

function drawHills({ hills = [], extent }: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	const { size } = map.place({ x: extent.left, y: extent.top });
	for (const hill of hills) {
		const sheetCount = hill[4];
		for (let index = 0; index < sheetCount; index++) {
			const colour = colours.hills[index % colours.hills.length] ?? colours.land;
			drawPaperSheet(colour, colours.shade, hillOutlineOf(map, hill, 1 - index / (sheetCount + 0.6)), 3.2 * size, 0.6);
		}
	}
}

function drawCurve(points: readonly CoordinatePair[]): void {
	const at = (index: number): CoordinatePair =>
		points[Math.min(points.length - 1, Math.max(0, index))] as CoordinatePair;
	beginShape();
	for (let index = 0; index + 1 < points.length; index++) {
		const curvePoints = [at(index - 1), at(index), at(index + 1), at(index + 2)] as const;
		for (let part = 0; part < 1; part += 0.125)
			vertex(interpolateCurve(curvePoints, 0, part), interpolateCurve(curvePoints, 1, part));
	}
	vertex(...at(points.length - 1));
	endShape();
}

function drawRiver(river: readonly number[], map: CountryMap, colours: CountrysideColours): void {
	if (river.length < 4) return;
	noFill();
	const places = coordinatePairsOf(river).map(([x, y]) => map.place({ x, y }));
	const points = places.map(({ x, y }): CoordinatePair => [x, y]);
	const size = places[0]?.size ?? 1;
	const stretchCount = Math.max(1, points.length - 2);
	// The river is wider downstream: each stretch is a little thicker than the stretch before.
	for (const [colour, more] of [
		[colours.bank, 5],
		[colours.water, 0]
	] as const) {
		stroke(colour);
		for (let firstIndex = 0; firstIndex < stretchCount; firstIndex++) {
			strokeWeight((2.4 + firstIndex * 0.62 + more) * size);
			drawCurve(points.slice(firstIndex));
		}
	}
}

export function drawRelief(plan: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	if (plan.coast !== undefined) drawSea(plan, map, colours);
	if (plan.coast !== undefined) drawPaperSheet(colours.beach, colours.shade, landOutlineOf(plan, map, -0.1), 4, 0);
	drawPaperSheet(colours.land, colours.shade, landOutlineOf(plan, map, 0.14), 2, 0);
	drawHills(plan, map, colours);
	drawRiver(plan.river ?? [], map, colours);
}
