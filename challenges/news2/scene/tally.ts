/** The strip at the foot of the picture: which night it is, and what the rule has cost so far. */
import { fill, label, noStroke, text, textAlign, textSize, textStyle, textWidth } from 'braise/draw';
import type { Layout } from './layout';
import type { Moment, Tally } from './nights';
import type { Palette } from './palette';
import { box } from './paper';
import { nights } from './rounds';

/** How high the strip is: two rows where one is too narrow. */
export const footFor = (width: number, trends: boolean): number => (width < 640 && !trends ? 50 : 32);

export function tally(palette: Palette, layout: Layout, moment: Moment, counted: Tally, trends: boolean): void {
	const { width, height, letters: size } = layout;
	const foot = footFor(width, trends);
	const two = foot > 32;
	const top = height;
	box(palette.name === 'lamps' ? '#fffaf0' : '#151a2c', 0, top, width, foot + 2);
	box(palette.rail, 0, top, width, 2);
	const hour = moment.morning ? label('morning') : label('hour', { hour: (22 + moment.round * 2) % 24 });
	const when = `${label('night', { night: moment.night + 1, nights })} · ${hour}`;
	const loud = palette.name === 'lamps' ? palette.red : '#ff9c8f';
	const plain = palette.name === 'lamps' ? palette.ink : '#f4eee2';
	noStroke();
	textAlign('left', 'alphabetic');
	textSize(size);
	textStyle('bold');
	fill(plain);
	text(when, 10, top + size * 1.4);
	if (trends) return;
	const parts: [string, number, string][] = [
		['tally-missed', counted.missed, counted.missed > 0 ? loud : plain],
		['tally-disturbed', counted.disturbed, plain],
		['tally-steps', counted.steps, plain],
		...(counted.notes > 0 ? ([['tally-notes', counted.notes, plain]] as [string, number, string][]) : [])
	];
	let x = two ? 10 : 10 + textWidth(when) + size * 1.6;
	const y = two ? top + size * 2.75 : top + size * 1.4;
	for (const [id, count, colour] of parts) {
		const words = label(id, { count });
		textStyle(id === 'tally-missed' ? 'bold' : 'normal');
		fill(colour);
		text(words, x, y);
		x += textWidth(words) + size * (two ? 0.85 : 1.3);
	}
}
