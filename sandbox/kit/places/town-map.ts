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
	vertex,
	line,
	rect,
	rotate,
	text,
	textAlign,
	textSize,
	textStyle,
	translate,
	bezierVertex
} from 'braise/draw';
import { type TownLayout, type TownRoad, drawLandmark, layOutTown, type TownMap, type TownPlan } from './town-plan.ts';
import { drawRoundedBox } from '../paper.ts';
import type { Area } from '../stage.ts';

/** A dot that stands for an event. Dots without a place lie in a row along the map's lower edge. */
interface Dot {
	place?: string | undefined;
	/** True for events of the person whose path is drawn. */
	marked?: boolean;
}

function drawTownDots({ area: { x, y, width, height }, places }: TownLayout, dots: readonly Dot[]): void {
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

/** Colours for the tones of roads, on the map's paper, which is the same by day and at night. */
const ROAD_TONE_COLOURS = { right: '#1f7041', wrong: '#b02a1f', doubt: '#7a5200' };
const MAX_ROAD_EVENTS = 40;

/**
 * Draws the tone of a road: a full line for right, a dashed line with a cross for others, so that nothing is told by colour
 * alone.
 */
function drawRoadTone({ area, along }: TownLayout, road: TownRoad): void {
	if (road.tone === undefined || road.tone === 'odd') return;
	const lineWidth = Math.max(4, area.width * 0.013);
	const [from, middle, to] = [along(road, 0.2), along(road, 0.5), along(road, 0.8)];
	stroke(ROAD_TONE_COLOURS[road.tone]);
	strokeWeight(lineWidth);
	drawingContext.setLineDash(road.tone === 'right' ? [] : [lineWidth * 1.3, lineWidth * 1.7]);
	line(from.x, from.y, to.x, to.y);
	drawingContext.setLineDash([]);
	if (road.tone === 'right') return;
	strokeWeight(lineWidth * 0.7);
	line(middle.x - lineWidth, middle.y - lineWidth, middle.x + lineWidth, middle.y + lineWidth);
	line(middle.x - lineWidth, middle.y + lineWidth, middle.x + lineWidth, middle.y - lineWidth);
}

function drawRoadLamps({ area, along }: TownLayout, road: TownRoad): void {
	const brightness = Math.min(1, Math.max(0, road.lit ?? 0));
	if (!(brightness > 0)) return;
	noStroke();
	for (const part of [0.3, 0.7]) {
		const { x, y } = along(road, part);
		fill(`rgba(255, 206, 84, ${0.25 + 0.4 * brightness})`);
		circle(x, y, area.width * 0.055);
		fill('#8a5a00');
		circle(x, y, 4);
	}
}

function drawRoadEvents({ area, along }: TownLayout, road: TownRoad): void {
	const size = Math.max(3, area.width * 0.009);
	const count = Math.min(MAX_ROAD_EVENTS, Math.floor(road.events ?? 0));
	stroke('#2a5b9c');
	strokeWeight(size * 0.6);
	for (let index = 0; index < count; index++) {
		const { x, y } = along(road, 0.24 + (0.52 * (index + 0.5)) / count);
		line(x - size, y + size, x + size, y - size);
	}
}

/** Draws cameras. The first camera of a place looks up to the right, and further cameras look in other directions. */
function drawTownCameras({ area, places }: TownLayout, cameras: readonly string[]): void {
	const size = Math.max(9, area.width * 0.024);
	const cameraCountByPlace = new Map<string, number>();
	noStroke();
	for (const camera of cameras) {
		const place = places.find(({ name }) => name === camera);
		if (place === undefined) continue;
		const nth = cameraCountByPlace.get(camera) ?? 0;
		cameraCountByPlace.set(camera, nth + 1);
		const cameraDistance = size * (place.sign === undefined ? 0.3 : 1.2);
		push();
		translate(place.at.x, place.at.y);
		rotate(-0.7 + nth * 1.26);
		fill('#20242e');
		rect(cameraDistance, -size * 0.4, size * 1.4, size * 0.8, 2);
		fill('#bcd5d8');
		circle(cameraDistance + size * 1.4, 0, size * 0.6);
		pop();
	}
}

function drawTownNames({ area, places }: TownLayout): void {
	const size = Math.max(11.5, area.width * 0.027);
	noStroke();
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill('#3d3226');
	for (const { name, at, sign } of places) {
		const nameY = at.y + size * (sign === undefined ? 1.8 : 2.2);
		// Draws a rim in the colour of the map's paper around the letters, so that they stay readable on a road.
		drawingContext.strokeStyle = '#ecdcbc';
		drawingContext.lineWidth = 4;
		drawingContext.strokeText(name, at.x, nameY);
		text(name, at.x, nameY);
	}
}

export function townMap(area: Area, plan: TownPlan, dots: readonly Dot[] = []): TownMap {
	const townLayout = layOutTown(area, plan);
	drawTownGround(townLayout);
	for (const { at, sign } of townLayout.places)
		if (sign) drawLandmark(sign, at.x, at.y, Math.max(17, area.width * 0.085));
	drawTownDots(townLayout, dots);
	for (const road of townLayout.roads) drawRoadLamps(townLayout, road);
	for (const road of townLayout.roads) drawRoadTone(townLayout, road);
	drawTownCameras(townLayout, plan.cameras ?? []);
	if (plan.hasNames) drawTownNames(townLayout);
	for (const road of townLayout.roads) drawRoadEvents(townLayout, road);
	return townLayout;
}

function drawTownGround({ area: { x, y, width, height }, roads, along }: TownLayout): void {
	const at = (px: number, py: number): [number, number] => [x + px * width, y + py * height];
	drawRoundedBox('#ecdcbc', x, y, width, height, 10);
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
		const [from, to] = [along(road, 0), along(road, 1)];
		line(from.x, from.y, to.x, to.y);
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
