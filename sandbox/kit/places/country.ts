import {
	circle,
	drawingContext,
	fill,
	noStroke,
	pop,
	push,
	rotate,
	translate,
	layer,
	line,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import { type CountrysideColours, countrysideColoursAt } from '../countryside-colours.ts';
import { drawHairlines, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import {
	coastAt,
	coordinatePairsOf,
	type CountryMap,
	type CountryPlan,
	type Point,
	fitCountryMap
} from './country-plan.ts';
import { currentPalette, stage } from '../stage.ts';
import { drawPaperGrain } from './outdoors.ts';
import { drawRelief } from './relief.ts';
import { drawVillages } from './villages.ts';

const isNearAnyPoint = (spot: Point, others: readonly Point[], maxDistance: number) =>
	others.some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < maxDistance);

/**
 * Returns whether a spot is far enough, in kilometres, from the coast to its west, from the middle of every village and from each
 * point that defines the river.
 */
function isFreeSpot(
	plan: CountryPlan,
	spot: Point,
	seaDistance: number,
	villageDistance: number,
	riverDistance: number
): boolean {
	const riverPoints = coordinatePairsOf(plan.river ?? []).map(([x, y]) => ({ x, y }));
	return (
		spot.x >= coastAt(plan, spot.y) + seaDistance &&
		!isNearAnyPoint(spot, plan.villages, villageDistance) &&
		!isNearAnyPoint(spot, riverPoints, riverDistance)
	);
}

function drawField(map: CountryMap, colours: CountrysideColours, spot: Point, index: number): void {
	const { x, y } = map.place(spot);
	const size = map.scale * (0.37 + Math.abs(paperOffset(index, 7)) * 0.16);
	push();
	translate(x, y);
	rotate(paperOffset(index, 2) * 0.5);
	const fieldOutline = [-size, -size * 0.6, size * 0.9, -size * 0.7, size, size * 0.6, -size * 0.9, size * 0.7];
	drawPaperPiece(
		colours.hedge,
		fieldOutline.map((value) => value * 1.06)
	);
	drawPaperPiece(colours.fields[index % colours.fields.length] ?? '', fieldOutline);
	const furrows: number[] = [];
	for (let row = -2; row <= 2; row++) furrows.push(-size * 0.84, row * size * 0.24, size * 0.86, row * size * 0.24);
	drawHairlines(colours.furrow, 1, furrows);
	pop();
}

function drawFields(plan: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	const { left, right, bottom, top } = plan.extent;
	const rowCount = Math.ceil((top - bottom + 16.4) / 0.98);
	const columnCount = Math.ceil((right - left + 9) / 1.02);
	for (let column = 0; column < columnCount; column++) {
		for (let row = 0; row < rowCount; row++) {
			const spot = {
				x: left + 2.3 + column * 1.02 + (row % 2) * 0.5 + paperOffset(column, row) * 0.12,
				y: bottom - 8.4 + row * 0.98 + paperOffset(row, column) * 0.12
			};
			if (paperOffset(column + 3, row + 5) > -0.3 && isFreeSpot(plan, spot, 0.8, 0.95, 0.75))
				drawField(map, colours, spot, column * rowCount + row + 1);
		}
	}
}

function drawCountrysideTree(colours: CountrysideColours, x: number, y: number, size: number, index: number): void {
	noStroke();
	fill(colours.shade);
	circle(x + size * 0.22, y + size * 0.3, size);
	fill(colours.leaf[index % colours.leaf.length] ?? '');
	circle(x, y, size);
	fill('rgba(255, 255, 220, 0.14)');
	circle(x - size * 0.14, y - size * 0.16, size * 0.5);
}

function drawTrees(plan: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	for (const [wx, wy, many] of plan.woods ?? []) {
		const treePositions = Array.from({ length: many }, (_, index) => {
			const distance = Math.sqrt((index + 0.4) / many) * (0.34 + many * 0.03);
			return { x: wx + Math.cos(index * 2.4) * distance * 1.3, y: wy + Math.sin(index * 2.4) * distance, index };
		}).sort((a, b) => b.y - a.y);
		for (const { x, y, index } of treePositions) {
			const at = map.place({ x, y });
			drawCountrysideTree(colours, at.x, at.y, map.scale * (0.34 + paperOffset(index, wx) * 0.05), index);
		}
	}
	// Single trees, scattered over the free land.
	const { left, right, bottom, top } = plan.extent;
	for (let index = 0; index < 90; index++) {
		const x = left + 2.7 + (paperOffset(index, 11) + 1) * (right - left) * 0.588;
		const y = bottom - 0.9 + (paperOffset(13, index) + 1) * (top - bottom) * 0.594;
		if (!isFreeSpot(plan, { x, y }, 0.5, 0.8, 0.45)) continue;
		const at = map.place({ x, y });
		drawCountrysideTree(colours, at.x, at.y, map.scale * 0.19, index);
	}
}

function drawLanes({ villages }: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	const context = drawingContext;
	context.strokeStyle = colours.road;
	const drawnLaneKeys = new Set<string>();
	villages.forEach((from, index) => {
		const neighbours = villages
			.map((to, other) => ({ to, other, far: Math.hypot(to.x - from.x, to.y - from.y) }))
			.filter(({ other }) => other !== index)
			.sort((a, b) => a.far - b.far);
		for (const { to, other } of neighbours.slice(0, 2)) {
			const laneKey = [Math.min(index, other), Math.max(index, other)].join();
			if (drawnLaneKeys.has(laneKey)) continue;
			drawnLaneKeys.add(laneKey);
			const [a, b] = [map.place(from), map.place(to)];
			const bend = paperOffset(index, other) * 0.16;
			context.lineWidth = 2.8 * a.size;
			context.beginPath();
			context.moveTo(a.x, a.y);
			context.quadraticCurveTo((a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend, b.x, b.y);
			context.stroke();
		}
	});
}

function drawCountryside(plan: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	drawFields(plan, map, colours);
	drawLanes(plan, map, colours);
	for (const [bx, by] of plan.bridges ?? []) {
		const { x, y, size } = map.place({ x: bx, y: by });
		const corners = [-7, -15, 7, -15, 7, 13, -7, 13].map((value, at) => (at % 2 === 0 ? x : y) + value * size);
		drawPaperSheet(colours.walls[1] ?? '', colours.shade, corners, 2, 0);
	}
	drawTrees(plan, map, colours);
}

/** Draws the map below a strip of the given height in pixels. Returns where each point of the country lies on it. */
export function country(plan: CountryPlan, stripHeight = 0): CountryMap {
	const { hour } = currentPalette();
	const colours = countrysideColoursAt(hour);
	const map = fitCountryMap(plan, stripHeight);
	layer('country', JSON.stringify([hour, stripHeight, plan]), () => {
		drawRelief(plan, map, colours);
		drawCountryside(plan, map, colours);
		drawVillages(plan, map, colours);
		drawCompass();
		drawScaleBar(map);
		drawPaperGrain(stage());
	});
	return map;
}

function drawCompass(): void {
	const { paper, red, quiet } = currentPalette();
	const { narrow, height } = stage();
	const [x, y, size] = narrow ? [22, height - 26, 14] : [32, height - 34, 19];
	noStroke();
	fill(paper, 150);
	circle(x, y, size * 2.3);
	for (const quarterTurn of [0, 1, 2, 3]) {
		const [across, down] = [Math.sin((quarterTurn * Math.PI) / 2), -Math.cos((quarterTurn * Math.PI) / 2)];
		const pointLength = quarterTurn === 0 ? size * 1.25 : size * 0.9;
		const tip = [x + across * pointLength, y + down * pointLength];
		drawPaperPiece(quarterTurn === 0 ? red : quiet, [...tip, x - down * size * 0.2, y + across * size * 0.2, x, y]);
		drawPaperPiece(quarterTurn === 0 ? '#d95b4a' : '#9a8c78', [
			...tip,
			x + down * size * 0.2,
			y - across * size * 0.2,
			x,
			y
		]);
	}
}

/**
 * Draws a bar of one kilometre beside the compass, because a village's name may stand above the compass. A small and low picture
 * has no bar, because a village's name may stand in its place.
 */
function drawScaleBar({ scale, place }: CountryMap): void {
	const { narrow, width, height } = stage();
	if (narrow && height < width * 0.85) return;
	const { ink, paper, hour } = currentPalette();
	const [x, y] = narrow ? [46, height - 20] : [68, height - 28];
	stroke(hour === 'day' ? ink : paper);
	strokeWeight(2);
	line(x, y, x + scale, y);
	for (const at of [x, x + scale]) line(at, y - 4, at, y);
	noStroke();
	fill(hour === 'day' ? ink : paper);
	textStyle('normal');
	textSize(mapTextSize(place({ x: 0, y: 0 }).size));
	textAlign('center', 'alphabetic');
	text('1 km', x + scale / 2, y - 8);
}

export const mapTextSize = (size: number): number => (stage().narrow ? 14 : Math.max(13, Math.min(15, size * 13.6)));
