/** The map of the town: its streets as they are seen or believed to be, its cameras, and its lamps. */
import { circle, drawingContext, fill, line, noStroke, pop, push, rotate, stroke, strokeWeight } from 'braise/draw';
import { rect, text, textAlign, textSize, textStyle, translate } from 'braise/draw';
import { townMap, type Area, type Dot, type TownPlan } from 'braise/scene';
import { corners, streets, thefts, type Camera, type Street } from '../data/town';
import type { StreetView } from './views';

const town: TownPlan = { places: corners, roads: streets.map(({ from, to }) => `${from}-${to}`) };
const COLOURS = { seen: '#1f7041', believed: '#b02a1f', missed: '#7a5200', unseen: '#fbf5e6' };

/** A point of a street on the map, `part` of the way along it. */
export function along({ x, y, width, height }: Area, { from, to }: Street, part: number): [x: number, y: number] {
	const [a, b] = [corners[from] ?? [0, 0], corners[to] ?? [0, 0]];
	return [x + width * (a[0] + (b[0] - a[0]) * part), y + height * (a[1] + (b[1] - a[1]) * part)];
}

type MapPlan = { views: StreetView[]; cameras: Camera[] };

/** Draws the map. `light` goes from 0, dark, to 1, lit all night. */
export function map(area: Area, { views, cameras }: MapPlan, dots: Dot[], light: number): void {
	townMap(area, town, dots);
	if (light > 0) for (const street of streets) lamps(area, street, light);
	for (const view of views) if (view.verdict !== 'unseen') band(area, view);
	const perCorner = new Map<string, number>();
	for (const { corner } of cameras) {
		const nth = perCorner.get(corner) ?? 0;
		perCorner.set(corner, nth + 1);
		camera(area, corner, nth);
	}
	names(area);
}

/** A street that is seen is a green line; one that is only believed to be is dashed, with a cross. */
function band(area: Area, { street, verdict }: StreetView): void {
	const wide = Math.max(4, area.width * 0.013);
	stroke(COLOURS[verdict]);
	strokeWeight(wide);
	drawingContext.setLineDash(verdict === 'seen' ? [] : [wide * 1.3, wide * 1.7]);
	line(...along(area, street, 0.2), ...along(area, street, 0.8));
	drawingContext.setLineDash([]);
	if (verdict === 'seen') return;
	const [x, y] = along(area, street, 0.5);
	strokeWeight(wide * 0.7);
	line(x - wide, y - wide, x + wide, y + wide);
	line(x - wide, y + wide, x + wide, y - wide);
}

function lamps(area: Area, street: Street, light: number): void {
	noStroke();
	for (const part of [0.3, 0.7]) {
		const [x, y] = along(area, street, part);
		fill(`rgba(255, 206, 84, ${0.25 + 0.4 * light})`);
		circle(x, y, area.width * 0.055);
		fill('#8a5a00');
		circle(x, y, 4);
	}
}

/** Leaves a feather for each theft, along its street. */
export function feathers(area: Area, count: number): void {
	const size = Math.max(3, area.width * 0.009);
	for (const street of streets) {
		const here = thefts.slice(0, count).filter((theft) => theft.street === street);
		here.forEach((_, index) => {
			const [x, y] = along(area, street, 0.24 + (0.52 * (index + 0.5)) / here.length);
			stroke('#2a5b9c');
			strokeWeight(size * 0.6);
			line(x - size, y + size, x + size, y - size);
		});
	}
}

function names({ x, y, width, height }: Area): void {
	const size = Math.max(11.5, width * 0.027);
	noStroke();
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill('#3d3226');
	for (const [name, [px, py, sign]] of Object.entries(corners)) {
		const low = y + py * height + size * (sign ? 2.2 : 1.8);
		// Paper around the letters, which may stand on a street.
		drawingContext.strokeStyle = '#ecdcbc';
		drawingContext.lineWidth = 4;
		drawingContext.strokeText(name, x + px * width, low);
		text(name, x + px * width, low);
	}
}

/** The first camera of a corner looks up to the right, and the others turn around it. */
function camera({ x, y, width, height }: Area, corner: string, nth: number): void {
	const [px, py, sign] = corners[corner] ?? [0, 0];
	const size = Math.max(9, width * 0.024);
	push();
	translate(x + px * width, y + py * height);
	rotate(-0.7 + nth * 1.26);
	const out = size * (sign ? 1.2 : 0.3);
	noStroke();
	fill('#20242e');
	rect(out, -size * 0.4, size * 1.4, size * 0.8, 2);
	fill('#bcd5d8');
	circle(out + size * 1.4, 0, size * 0.6);
	pop();
}
