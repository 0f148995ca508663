/** A cold cabinet of a shop: boxes as customers see them, and letters that turn over where they change. */
import {
	layer,
	noFill,
	noStroke,
	pop,
	push,
	rect,
	scale,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	translate,
	fill
} from 'braise/draw';
import { between } from '../ease.ts';
import { drawRoundedBox } from '../paper.ts';
import { currentMoment, currentPalette, stage } from '../stage.ts';
import { drawFittedText } from '../telling/fitted.ts';
import { grade, isGradeLetter } from '../telling/grade.ts';
import { drawStandingCarton } from '../things/carton.ts';
import type { PizzaPlan } from '../things/pizza.ts';
import { workshopColoursAt } from '../workshop-colours.ts';
import { drawPaperGrain } from './ground.ts';

interface ShelvedBox {
	pizza: PizzaPlan;
	name: string;
	/** A letter from A to E, or anything else, which is odd; absent where none is printed. */
	grade?: string | undefined;
	/** The letter that the box shows before it turns over to `grade`. */
	before?: string | undefined;
}

interface BoxFrame {
	wide: number;
	high: number;
	/** Size of the text on the box, in pixels. */
	text: number;
}

const TEXT = 15.5;
/** A box over this height shows its name. */
const NAMED = 76;
/** Height of a shelf whose boxes are drawn in full size. */
const FULL = 146;
/** Height of what the cabinet says. */
const SIGN = 30;
/** Seconds until the first letter turns over, and from one to the next. */
const FIRST = 0.9;
const EACH = 0.12;

/** Draws a cabinet over the whole stage; its title says what is to be seen. */
export function cabinet(title: string, boxes: readonly ShelvedBox[]): void {
	const { width, height } = stage();
	const { time, still } = currentMoment();
	const columns = width > 760 ? 6 : height > width * 1.2 ? 3 : 4;
	const rows = Math.max(1, Math.ceil(boxes.length / columns));
	const top = SIGN + 22;
	const high = Math.max(20, (height - top - 14) / rows);
	const wide = (width - 36) / columns;
	const size = Math.min(1, high / FULL);
	const tall = Math.min(high - 32 * size, wide * 0.95) / size;
	const frame: BoxFrame = { wide: Math.min(wide / size - 14, tall * 1.5), high: tall, text: TEXT / size };
	const each = (paint: (shelved: ShelvedBox, index: number) => void) =>
		boxes.forEach((shelved, index) => {
			const low = top + (Math.floor(index / columns) + 1) * high - 17 * size;
			push();
			translate(18 + wide * ((index % columns) + 0.5), low - (tall / 2) * size);
			scale(size);
			paint(shelved, index);
			pop();
		});
	layer('cabinet', JSON.stringify([currentPalette().hour, rows, boxes]), () => {
		shelves(rows, top, high, size);
		each((shelved) => stillBox(shelved, frame));
	});
	each((shelved, index) => {
		const turned = still ? 1 : between(time, FIRST + index * EACH, FIRST + 0.6 + index * EACH);
		if (isMoved(shelved)) turningLetter(shelved, frame, turned);
	});
	const { machine } = workshopColoursAt(currentPalette().hour);
	drawRoundedBox(machine.middle, 8, 8, width - 16, SIGN, 6);
	drawRoundedBox(machine.light, 8, 12, width - 16, 3);
	fill('#fffaf0');
	textStyle('bold');
	textAlign('center', 'center');
	drawFittedText(title, width / 2, 9 + SIGN / 2, TEXT * 1.02, width - 40);
}

function shelves(rows: number, top: number, high: number, size: number): void {
	const { width, height } = stage();
	const { hour, paper } = currentPalette();
	const { cold } = workshopColoursAt(hour);
	drawRoundedBox(cold.side, 0, 0, width, height);
	drawRoundedBox(cold.back, 8, top - 6, width - 16, rows * high + 12, 6);
	for (let row = 0; row < rows; row++) {
		const y = top + row * high;
		const edge = y + high - 12 * size;
		drawRoundedBox(cold.shelf, 14, y, width - 28, high - 8 * size, 3);
		drawRoundedBox(cold.light, 14, y, width - 28, 5, 2);
		drawRoundedBox(cold.edge, 10, edge, width - 20, 9 * size, 2);
		drawRoundedBox(paper, 10, edge - 3 * size, width - 20, 4 * size);
	}
	drawPaperGrain(stage());
}

const isMoved = ({ grade, before = grade }: ShelvedBox): boolean => before !== grade;

const roundOf = ({ wide, high, text }: BoxFrame): number =>
	Math.min(wide * 0.7, high - (high > NAMED ? text + 18 : 14));

/** Draws what stands still of one box around (0, 0). */
function stillBox(shelved: ShelvedBox, frame: BoxFrame): void {
	const { wide, high, text: size } = frame;
	drawStandingCarton(shelved.pizza, wide, high, roundOf(frame));
	if (high > NAMED) {
		fill('#2a1c0e');
		textStyle('bold');
		textAlign('center', 'alphabetic');
		drawFittedText(shelved.name, 0, high / 2 - 6, size * 0.9, wide - 10);
	}
	if (shelved.grade !== undefined && !isMoved(shelved)) letter(shelved.grade, frame, 1);
}

/** Draws the letter that changes, its frame, and the change once it is seen; `turned` goes from 0 to 1. */
function turningLetter({ grade: after, before }: ShelvedBox, frame: BoxFrame, turned: number): void {
	if (after === undefined || before === undefined) return;
	const { wide, high, text: size } = frame;
	noFill();
	stroke(currentPalette().ember);
	strokeWeight(4);
	rect(-wide / 2 - 2, -high / 2 - 2, wide + 4, high + 4, 6);
	noStroke();
	letter(turned < 0.5 ? before : after, frame, Math.max(0.06, Math.abs(Math.cos(turned * Math.PI))));
	if (turned >= 0.5) change(`${before} → ${after}`, wide / 2 + 4, -high / 2 - 8, size * 0.9);
}

function letter(shown: string, frame: BoxFrame, width: number): void {
	const { wide, high } = frame;
	const round = roundOf(frame);
	push();
	translate(wide / 2 - Math.min(wide * 0.2, 30), 11 - high / 2 + round * (high > wide * 0.8 ? 0.78 : 0.56));
	scale(width, 1);
	grade(shown, 0, 0, Math.min(wide * 0.34, round * 0.66, 52), { odd: !isGradeLetter(shown) });
	pop();
}

/** Writes what has changed at an upper right corner. */
function change(words: string, right: number, top: number, size: number): void {
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + 10;
	drawRoundedBox(currentPalette().ember, right - wide, top, wide, size * 1.34, 5);
	fill('#2b1403');
	text(words, right - wide / 2, top + size * 1.02);
}
