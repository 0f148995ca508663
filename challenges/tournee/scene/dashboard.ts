/** The strip of paper above the map: a clock, and a few figures. Wrong ones are struck with a cross, right ones ticked. */
import {
	circle,
	fill,
	line,
	noStroke,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import { hour, type Frame } from './frame';
import { box } from './paper';
import { LEAVES } from './rounds';
import { fitted } from './writing';

export interface Item {
	title: string;
	value: string;
	tone?: 'right' | 'wrong' | 'cold';
}

function clock(frame: Frame, minute: number, late: boolean): number {
	const { palette, layout } = frame;
	const size = layout.strip - 14;
	const [x, y] = [12 + size / 2, layout.strip / 2 - 1];
	noStroke();
	fill(late ? palette.cold : '#2a2420');
	circle(x, y, size);
	fill('#fffaf0');
	circle(x, y, size - 5);
	stroke('#8a7c68');
	strokeWeight(1.4);
	for (let mark = 0; mark < 12; mark++) {
		const [across, down] = [Math.sin((mark * Math.PI) / 6), -Math.cos((mark * Math.PI) / 6)];
		const from = size * (mark % 3 === 0 ? 0.33 : 0.37);
		line(x + across * from, y + down * from, x + across * size * 0.41, y + down * size * 0.41);
	}
	const hand = (turn: number, long: number, weight: number) => {
		stroke(late ? palette.cold : '#2a2420');
		strokeWeight(weight);
		line(x, y, x + Math.sin(turn) * long, y - Math.cos(turn) * long);
	};
	hand((minute / 720) * Math.PI * 2, size * 0.22, 3);
	hand((minute / 60) * Math.PI * 2, size * 0.33, 2);
	noStroke();
	fill(late ? palette.cold : '#2a2420');
	textStyle('bold');
	textAlign('left', 'alphabetic');
	textSize(layout.narrow ? 16.5 : 20);
	text(hour(minute, frame.french), 12 + size + 8, y + 7);
	return 12 + size + (layout.narrow ? 88 : 104);
}

function mark(frame: Frame, right: boolean, x: number, y: number): void {
	noStroke();
	fill(right ? frame.palette.green : frame.palette.red);
	circle(x, y, 17);
	stroke('#fffaf0');
	strokeWeight(2.2);
	if (right) {
		line(x - 3.6, y, x - 1, y + 3);
		line(x - 1, y + 3, x + 4, y - 3.4);
	} else {
		line(x - 3, y - 3, x + 3, y + 3);
		line(x - 3, y + 3, x + 3, y - 3);
	}
}

/** How wide an item would like to be. */
function needs({ title, value, tone }: Item, titleSize: number, valueSize: number): number {
	textStyle('normal');
	textSize(titleSize);
	const wide = textWidth(title);
	textStyle('bold');
	textSize(valueSize);
	return Math.max(wide, textWidth(value) + (tone === 'right' || tone === 'wrong' ? 22 : 0)) + 18;
}

/** `minutes` after the departure; null where no time passes. `late` once a meal was cold. */
export function dashboard(frame: Frame, minutes: number | null, items: Item[], late = false): void {
	const { palette, layout } = frame;
	box(palette.shadow, 0, 3, layout.width, layout.strip - 1);
	box(palette.card, 0, 0, layout.width, layout.strip - 2);
	const left = minutes === null ? 14 : clock(frame, LEAVES + minutes, late);
	const titleSize = layout.narrow ? 13 : 14;
	const valueSize = layout.narrow ? 18 : 20;
	const wanted = items.map((item) => needs(item, titleSize, valueSize));
	const share =
		(layout.width - left - 6) /
		Math.max(
			1,
			wanted.reduce((sum, each) => sum + each, 0)
		);
	let x = left;
	items.forEach((item, index) => {
		const pitch = (wanted[index] ?? 0) * share;
		const marked = item.tone === 'right' || item.tone === 'wrong';
		const room = pitch - 14 - (marked ? 22 : 0);
		stroke('rgba(90, 70, 40, 0.2)');
		strokeWeight(1);
		if (index > 0 || minutes !== null) line(x - 5, 11, x - 5, layout.strip - 13);
		noStroke();
		textAlign('left', 'alphabetic');
		textStyle('normal');
		fill('#655949');
		fitted(item.title, x + 2, layout.strip * 0.38, titleSize, pitch - 12);
		textStyle('bold');
		const inks = { right: '#1f7041', wrong: '#b02a1f', cold: '#2c5c8a' };
		fill(item.tone === undefined ? '#2a2420' : inks[item.tone]);
		fitted(item.value, x + 2, layout.strip * 0.8, valueSize, room);
		if (marked) mark(frame, item.tone === 'right', x + Math.min(room, textWidth(item.value)) + 16, layout.strip * 0.68);
		x += pitch;
	});
}
