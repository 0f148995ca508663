/** One bed with whoever lies in it, and the paper chart at its foot. Drawn 100 wide and 200 long, the head end at y = 0. */
import {
	circle,
	ellipse,
	fill,
	lerpColor,
	line,
	noFill,
	noStroke,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import type { Measures } from '../data/bed';
import type { Palette } from './palette';
import { box } from './paper';
import { head, type Face } from './person';

export interface Lying {
	/** Which person: from 0. */
	index: number;
	measures: Measures;
	face: Face;
	grey: number;
	/** Seconds; stands still when motion is reduced. */
	time: number;
}

const toneOf = (palette: Palette, grey: number) => (colour: string) => lerpColor(colour, palette.ash, grey * 0.82);

const blanketOf = (palette: Palette, index: number, grey: number) =>
	toneOf(palette, grey)(palette.blankets[index % palette.blankets.length] ?? palette.ash);

/** What does not move of a bed: painted seldom. */
export function stillBed(palette: Palette, { index, measures, face, grey }: Lying): void {
	const tone = toneOf(palette, grey);
	const blanket = blanketOf(palette, index, grey);
	box(palette.shade, -46, 2, 104, 206, 10);
	box(tone(palette.bedframeDark), -52, -16, 104, 24, 7);
	box(tone(palette.bedframe), -52, -20, 104, 22, 7);
	box(tone(palette.bedframeDark), -48, 188, 96, 16, 5);
	box(tone(palette.sheet), -48, 0, 96, 194, 9);
	box(tone(palette.bedframeDark), -37, 11, 74, 52, 15);
	box(tone(palette.pillow), -38, 8, 76, 52, 15);
	head(palette, index, measures, face, grey);
	box(blanket, -49, 70, 98, 122, 9);
	noStroke();
	fill(lerpColor(blanket, '#ffffff', 0.08));
	ellipse(-12, 164, 24, 50);
	ellipse(12, 164, 24, 50);
	const stripe = lerpColor(blanket, '#10182c', 0.16);
	for (const y of [176, 184]) box(stripe, -49, y, 98, 4);
	if (measures.onOxygen) {
		stroke(tone('#7fd0d8'));
		strokeWeight(4);
		noFill();
		line(-4, 44, -30, 60);
		line(-30, 60, -52, 30);
		noStroke();
		fill(tone('#a6e2e6'));
		ellipse(0, 44, 16, 11);
	}
}

/** What breathes. As often as the chart says; a little slower the longer nobody comes. */
export function breathing(palette: Palette, { index, measures, face, grey, time }: Lying): void {
	const blanket = blanketOf(palette, index, grey);
	const breath = Math.sin((time * Math.PI * 2 * measures.breaths * (1 - grey * 0.5)) / 60) * 0.5 + 0.5;
	noStroke();
	fill(lerpColor(blanket, '#ffffff', 0.07 + breath * 0.07));
	ellipse(0, 102 - breath * 3, 76 + breath * 12, 50 + breath * 14);
	box(toneOf(palette, grey)(palette.sheet), -50, 63 - breath * 3, 100, 18, 7);
	if (measures.pulse === null) {
		// The clip hangs from its thread instead of sitting on a finger.
		stroke(palette.ink);
		strokeWeight(2.4);
		line(46, 96, 62, 128 + breath * 2);
		box(palette.levels.measure, 56, 126 + breath * 2, 13, 18, 4);
	} else {
		fill(lerpColor('#efc19d', palette.ashSkin, grey));
		ellipse(36, 96, 19, 13);
		box(toneOf(palette, grey)(palette.levels.measure), 40, 90, 13, 10, 4);
	}
	if (face !== 'ill') return;
	noStroke();
	fill('rgba(120, 185, 225, 0.95)');
	const slide = (time * 6) % 9;
	ellipse(17, 22 + slide, 4.5, 7);
	ellipse(-16, 26 + ((slide + 5) % 9), 4, 6);
}

export interface Chart {
	/** What the program answers; null: nothing that is a score. */
	score: number | null;
	/** Right, wrong, or not said: then there is no mark. */
	mark: boolean | null;
}

/** The sheet clipped to the foot of the bed. */
export function chart(palette: Palette, { score, mark }: Chart): void {
	const wash = mark === null ? palette.paper : mark ? palette.greenWash : palette.redWash;
	box(palette.shade, -30, 139, 70, 62, 4);
	box(palette.ink, -15, 131, 30, 13, 4);
	box(wash, -35, 137, 70, 60, 4);
	box('#8d949c', -13, 133, 26, 10, 3);
	noStroke();
	fill(mark === false ? palette.red : palette.ink);
	textAlign('center', 'alphabetic');
	textStyle('bold');
	const shown = score === null ? '?' : String(score);
	textSize(shown.length > 2 ? 30 : 44);
	text(shown, 0, 187);
	if (mark === null) return;
	fill(mark ? palette.green : palette.red);
	circle(38, 194, 30);
	stroke('#ffffff');
	strokeWeight(4.4);
	if (mark) {
		line(31, 194, 36, 200);
		line(36, 200, 46, 188);
	} else {
		line(32, 188, 44, 200);
		line(44, 188, 32, 200);
	}
}

/** Sleep rising from somebody who may go on sleeping. */
export function sleep(palette: Palette, time: number, seed: number): void {
	noStroke();
	textStyle('bold');
	textAlign('center', 'alphabetic');
	for (const turn of [0, 0.5]) {
		const part = (time * 0.22 + seed * 0.37 + turn) % 1;
		const strength = Math.sin(part * Math.PI) * 0.75;
		fill(palette.name === 'lamps' ? `rgba(36, 60, 96, ${strength})` : `rgba(205, 220, 255, ${strength})`);
		textSize(16 + part * 12);
		text('z', 30 + Math.sin(part * 7) * 5, 22 - part * 40);
	}
}
