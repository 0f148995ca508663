/** Draws the marks of a town's map: tones, lamps and events along roads, cameras and names at places. */
import {
	circle,
	drawingContext,
	fill,
	line,
	noStroke,
	pop,
	push,
	rect,
	rotate,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	translate
} from 'braise/draw';
import type { TownLayout, TownRoad } from './town-plan.ts';

/** Colours for the tones of roads, on the map's paper, which is the same by day and at night. */
const ROAD_TONE_COLOURS = { right: '#1f7041', wrong: '#b02a1f', doubt: '#7a5200' };
/** Largest number of strokes that fit along a road. */
const MAX_ROAD_EVENTS = 40;

/**
 * Draws the tone of a road: a full line for right, a dashed line with a cross for others, so that nothing is told by colour
 * alone.
 */
export function drawRoadTone({ area, along }: TownLayout, road: TownRoad): void {
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

export function drawRoadLamps({ area, along }: TownLayout, road: TownRoad): void {
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

export function drawRoadEvents({ area, along }: TownLayout, road: TownRoad): void {
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
export function drawTownCameras({ area, places }: TownLayout, cameras: readonly string[]): void {
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

export function drawTownNames({ area, places }: TownLayout): void {
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
