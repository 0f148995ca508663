/** Tickets on a line across the street: what each stay was asked, and what the council voted. Never by colour alone. */
import {
	circle,
	fill,
	label,
	line,
	noFill,
	noStroke,
	pop,
	push,
	rotate,
	stroke,
	strokeWeight,
	beginShape,
	bezierVertex,
	endShape,
	vertex,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { box, piece } from './paper';
import type { Stay } from './stays';

const amount = (cents: number) =>
	cents === 0 ? label('free') : label('cents', { cents: String(cents).replace('-', '−') });

/** Writes as large as fits. */
function fitted(words: string, x: number, y: number, size: number, room: number): void {
	textSize(size);
	const wide = textWidth(words);
	if (wide > room) textSize(Math.max(9, (size * room) / wide));
	text(words, x, y);
}

function mark(right: boolean, palette: Palette, x: number, y: number): void {
	noStroke();
	fill(right ? palette.green : palette.red);
	circle(x, y, 21);
	stroke('#fffaf0');
	strokeWeight(2.6);
	if (right) {
		line(x - 4.5, y, x - 1.2, y + 3.8);
		line(x - 1.2, y + 3.8, x + 5, y - 4);
	} else {
		line(x - 3.8, y - 3.8, x + 3.8, y + 3.8);
		line(x + 3.8, y - 3.8, x - 3.8, y + 3.8);
	}
}

function ticket(palette: Palette, stay: Stay, wide: number, high: number, current: boolean): void {
	const right = stay.verdict === 'right';
	const left = -wide / 2;
	const edge: number[] = [];
	const teeth = Math.round(wide / 9);
	for (let tooth = 0; tooth <= teeth; tooth++)
		edge.push(-left - (wide * tooth) / teeth, high - (tooth % 2 === 0 ? 0 : 4));
	const shape = [left, 0, -left, 0, ...edge];
	piece(
		'rgba(50, 25, 5, 0.22)',
		shape.map((value, index) => value + (index % 2 === 0 ? 2 : 4))
	);
	piece(right ? palette.paper : palette.redWash, shape);
	if (current) box(palette.ember, left, 0, wide, 5);
	noStroke();
	textAlign('center', 'alphabetic');
	const room = wide - 10;
	fill(palette.quiet);
	textStyle('normal');
	const size = Math.min(17, wide * 0.2 + 2);
	fitted(label('minutes', { minutes: stay.minutes }), 0, 21, size, room);
	textStyle('bold');
	fill(right ? palette.ink : palette.red);
	const asked = stay.asked.kind === 'cents' ? amount(stay.asked.cents) : stay.asked.shown;
	fitted(asked, 0, 45, Math.min(24, wide * 0.3), room);
	textStyle('normal');
	fill(right ? palette.green : palette.ink);
	const full = label('should-be', { cents: stay.fair });
	textSize(13);
	const words = right ? label('right') : textWidth(full) <= room ? full : `≠ ${amount(stay.fair)}`;
	fitted(words, 0, 64, 14, room);
	// At the corner, below the words.
	mark(right, palette, -left - 5, high + 2);
	// The peg.
	box('#b88a55', -3, -9, 6, 17, 2);
	box('#8f683c', -3, -2, 6, 2.5);
}

export function tickets(palette: Palette, layout: Layout, stays: Stay[], current: number, sway: number): void {
	const wide = Math.min(layout.narrow ? 92 : 128, (layout.width - 24) / stays.length - 8);
	const pitch = Math.min(wide + (layout.narrow ? 9 : 20), (layout.width - 16) / stays.length);
	const most = layout.width - (pitch * stays.length) / 2 - 6;
	const left = layout.narrow
		? layout.width / 2
		: Math.min(most, Math.max((pitch * stays.length) / 2 + 28, layout.width * 0.42));
	const height = (x: number) => 11 + 13 * (1 - ((x - layout.width / 2) / (layout.width / 2)) ** 2);
	noFill();
	stroke(palette.hour === 'day' ? '#7b654a' : '#c9b6a0');
	strokeWeight(2);
	beginShape();
	vertex(-6, 10);
	bezierVertex(layout.width * 0.34, 29, layout.width * 0.66, 29, layout.width + 6, 10);
	endShape();
	stays.forEach((stay, index) => {
		const x = left + (index - (stays.length - 1) / 2) * pitch;
		push();
		translate(x, height(x));
		rotate(sway * Math.sin(index * 1.9 + 1) + Math.sin(index * 5.1) * 0.012);
		ticket(palette, stay, wide, 74, index === current);
		pop();
	});
}
