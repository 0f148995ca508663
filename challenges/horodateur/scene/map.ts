/** The sheet of the decision: a map with every passage still stored, and what a stranger makes of one plate. */
import {
	beginShape,
	bezierVertex,
	circle,
	drawingContext,
	endShape,
	fill,
	label,
	line,
	noFill,
	noStroke,
	pop,
	push,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textLines,
	textSize,
	textStyle,
	textWidth,
	vertex
} from 'braise/draw';
import type { Zone } from '../data/tickets';
import { landmark, spots } from './landmarks';
import type { Memory } from './memory';
import type { Palette } from './palette';
import { between, box, piece } from './paper';

export interface Place {
	x: number;
	y: number;
	width: number;
	height: number;
	size: number;
}

const PAPER = '#f7ecd6';
const zones = Object.keys(spots) as Zone[];

function town({ x, y, width, height }: Place): void {
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
	const links: [Zone, Zone][] = [
		['pharmacy', 'worship'],
		['pharmacy', 'townhall'],
		['worship', 'market'],
		['townhall', 'market'],
		['townhall', 'station'],
		['market', 'station'],
		['home', 'townhall'],
		['home', 'pharmacy']
	];
	for (const [from, to] of links) line(...at(...spots[from]), ...at(...spots[to]));
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

function dotsOn(place: Place, memory: Memory, time: number): void {
	const { x, y, width, height } = place;
	const counts = new Map<Zone, number>();
	const path: [number, number][] = [];
	const speed = memory.count > 0 ? Math.min(1, time / 2.4) : 1;
	const shown = Math.ceil(memory.dots.length * speed);
	const mine: [number, number][] = [];
	const dot = Math.max(5, width * 0.017);
	noStroke();
	fill('rgba(61, 84, 104, 0.55)');
	memory.dots.slice(0, shown).forEach((passage, index) => {
		// Without places, hours alone: they lie in a row under the map, nowhere in particular.
		let [px, py] = [x + ((index % 30) + 0.5) * (width / 30), y + height - 10 - Math.floor(index / 30) * dot * 1.5];
		if (memory.places) {
			const nth = counts.get(passage.zone) ?? 0;
			counts.set(passage.zone, nth + 1);
			const [sx, sy] = spots[passage.zone];
			const far = width * 0.062 + Math.sqrt(nth) * dot * 0.92;
			px = x + sx * width + Math.cos(nth * 2.4) * far;
			py = y + sy * height + Math.sin(nth * 2.4) * far * 0.82;
		}
		if (!passage.mine) circle(px, py, dot);
		else {
			mine.push([px, py]);
			if (memory.places) path.push([px, py]);
		}
	});
	const context = drawingContext;
	push();
	noFill();
	stroke('#d9560d');
	strokeWeight(1.8);
	context.setLineDash([5, 5]);
	beginShape();
	for (const [px, py] of path) vertex(px, py);
	endShape();
	context.setLineDash([]);
	pop();
	stroke('#5d1f05');
	strokeWeight(1.6);
	fill('#f26b21');
	for (const [px, py] of mine) circle(px, py, dot * 1.55);
}

function notes(place: Place, memory: Memory, time: number): void {
	const { x, y, width, size } = place;
	let line0 = y;
	const lines = (words: string, bold: boolean, colour: string, indent = 0) => {
		textStyle(bold ? 'bold' : 'normal');
		textSize(size);
		textAlign('left', 'alphabetic');
		noStroke();
		fill(colour);
		for (const line of textLines(words, width - indent)) {
			line0 += size * 1.22;
			text(line, x + indent, line0);
		}
	};
	lines(label('stranger'), false, '#5d4c38');
	line0 += size * 0.7;
	if (memory.plate === null) return lines(label('stranger-nothing'), true, '#1f5c38');
	plateSign(x, line0, memory.plate, size);
	line0 += size * 2;
	if (!memory.places) return lines(label('without-place'), true, '#2a2420');
	memory.habits.forEach((zone, index) => {
		const seen = between(time, 2.2 + index * 0.7, 2.6 + index * 0.7);
		const room = place.y + place.height - line0;
		if (seen <= 0 || room < size * 1.6) return;
		const before = line0;
		textSize(size);
		textStyle('bold');
		const count = textLines(label(`guess-${zone}`), width - size * 2.1).length;
		landmark(zone, x + size * 0.8, before + size * (0.3 + count * 0.61), size * 1.5);
		lines(label(`guess-${zone}`), true, '#8e1d12', size * 2.1);
		line0 += size * 0.55;
	});
}

function plateSign(x: number, y: number, plate: string, size: number): void {
	textStyle('bold');
	textSize(size);
	const wide = textWidth(plate) + size * 1.9;
	box('#fffdf8', x, y, wide, size * 1.6, 4);
	box('#2d5f9e', x, y, size * 0.7, size * 1.6, 4, 0, 0, 4);
	box('#f26b21', x + wide - size * 0.5, y, size * 0.5, size * 1.6, 0, 4, 4, 0);
	noFill();
	stroke('#2a2420');
	strokeWeight(1.4);
	rect(x, y, wide, size * 1.6, 4);
	noStroke();
	fill('#2a2420');
	textAlign('left', 'alphabetic');
	text(plate, x + size, y + size * 1.17);
}

export function mapSheet(palette: Palette, place: Place, memory: Memory, time: number): void {
	const { x, y, width, height, size } = place;
	piece('rgba(5, 5, 20, 0.45)', [
		x + 5,
		y + 8,
		x + width + 5,
		y + 8,
		x + width + 5,
		y + height + 8,
		x + 5,
		y + height + 8
	]);
	piece(PAPER, [x, y, x + width, y, x + width, y + height, x, y + height], 1.5);
	box('rgba(200, 165, 110, 0.9)', x + width / 2 - 34, y - 7, 68, 15);
	const pad = size * 0.8;
	noStroke();
	textAlign('left', 'alphabetic');
	fill(palette.ink);
	textStyle('bold');
	textSize(size * 1.12);
	const heading = label('memory');
	const count = memory.count === 0 ? label('memory-empty') : label('memory-count', { count: memory.count });
	const wide = textWidth(heading);
	text(heading, x + pad, y + pad + size * 1.05);
	fill(memory.count === 0 ? '#1f5c38' : '#a33b06');
	const beside = x + pad + wide + size + textWidth(count) < x + width - pad;
	if (beside) textAlign('right', 'alphabetic');
	text(count, beside ? x + width - pad : x + pad, y + pad + size * (beside ? 1.05 : 2.4));
	const top = y + pad + size * (beside ? 1.9 : 3.1);
	const inside = height - (top - y) - pad;
	const map = { x: x + pad, y: top, width: width * 0.56 - pad, height: inside, size };
	town(map);
	for (const zone of zones) {
		const [px, py] = spots[zone];
		landmark(zone, map.x + px * map.width, map.y + py * map.height, Math.max(17, map.width * 0.085));
	}
	dotsOn(map, memory, time);
	const left = x + width * 0.56 + size * 0.9;
	notes({ x: left, y: top - size * 0.3, width: x + width - pad - left, height: inside, size }, memory, time);
}
