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
import { between } from '../timeline.ts';
import { drawRoundedBox } from '../paper.ts';
import { currentMoment, currentPalette, stage } from '../stage.ts';
import { drawFittedText } from '../telling/writing.ts';
import { grade, isGradeLetter } from '../telling/marks.ts';
import { drawStandingCarton } from '../things/carton.ts';
import type { PizzaPlan } from '../things/pizza.ts';
import { workshopColoursAt } from '../indoor-colours.ts';
import { drawPaperGrain } from './outdoors.ts';

interface ShelvedBox {
	pizza: PizzaPlan;
	name: string;
	/** The printed letter from A to E, or any other printed text; absent where nothing is printed. */
	grade?: string | undefined;
	/** The letter that the box shows before it turns over to `grade`. */
	before?: string | undefined;
}

interface BoxMeasures {
	wide: number;
	high: number;
	textSizeOnBox: number;
}

const BOX_TEXT_SIZE = 15.5;
const MIN_NAMED_BOX_HEIGHT = 76;
const FULL_SHELF_HEIGHT = 146;
const TITLE_SIGN_HEIGHT = 30;
const FIRST_LETTER_TURN_SECONDS = 0.9;
const SECONDS_BETWEEN_TURNS = 0.12;

interface CabinetLayout {
	columnCount: number;
	rowCount: number;
	/** Distance from the stage's top to the first shelf. */
	top: number;
	shelfHeight: number;
	columnWidth: number;
	/** Scale at which a box of these measures is drawn. */
	boxScale: number;
	box: BoxMeasures;
}

export function cabinet(title: string, boxes: readonly ShelvedBox[]): void {
	const layout = layoutFor(boxes.length);
	layer('cabinet', JSON.stringify([currentPalette().hour, layout.rowCount, boxes]), () => {
		drawShelves(layout);
		drawEachBox(boxes, layout, (shelved) => drawStillBox(shelved, layout.box));
	});
	drawEachBox(boxes, layout, (shelved, index) => {
		if (hasGradeChanged(shelved)) drawTurningLetter(shelved, layout.box, turnedPartOf(index));
	});
	drawTitleSign(title);
}

function layoutFor(boxCount: number): CabinetLayout {
	const { width, height } = stage();
	const columnCount = width > 760 ? 6 : height > width * 1.2 ? 3 : 4;
	const rowCount = Math.max(1, Math.ceil(boxCount / columnCount));
	const top = TITLE_SIGN_HEIGHT + 22;
	const shelfHeight = Math.max(20, (height - top - 14) / rowCount);
	const columnWidth = (width - 36) / columnCount;
	const boxScale = Math.min(1, shelfHeight / FULL_SHELF_HEIGHT);
	const high = Math.min(shelfHeight - 32 * boxScale, columnWidth * 0.95) / boxScale;
	const wide = Math.min(columnWidth / boxScale - 14, high * 1.5);
	const box = { wide, high, textSizeOnBox: BOX_TEXT_SIZE / boxScale };
	return { columnCount, rowCount, top, shelfHeight, columnWidth, boxScale, box };
}

/** Calls `paint` for each box, with the middle of the box as origin. */
function drawEachBox(
	boxes: readonly ShelvedBox[],
	{ columnCount, top, shelfHeight, columnWidth, boxScale, box }: CabinetLayout,
	paint: (shelved: ShelvedBox, index: number) => void
): void {
	boxes.forEach((shelved, index) => {
		const row = Math.floor(index / columnCount);
		const bottom = top + (row + 1) * shelfHeight - 17 * boxScale;
		push();
		translate(18 + columnWidth * ((index % columnCount) + 0.5), bottom - (box.high / 2) * boxScale);
		scale(boxScale);
		paint(shelved, index);
		pop();
	});
}

/** Returns how far the letter of a box has turned, from 0 to 1. */
function turnedPartOf(index: number): number {
	const { time, still } = currentMoment();
	if (still) return 1;
	const begin = FIRST_LETTER_TURN_SECONDS + index * SECONDS_BETWEEN_TURNS;
	return between(time, begin, begin + 0.6);
}

function drawTitleSign(title: string): void {
	const { width } = stage();
	const { machine } = workshopColoursAt(currentPalette().hour);
	drawRoundedBox(machine.middle, 8, 8, width - 16, TITLE_SIGN_HEIGHT, 6);
	drawRoundedBox(machine.light, 8, 12, width - 16, 3);
	fill('#fffaf0');
	textStyle('bold');
	textAlign('center', 'center');
	drawFittedText(title, width / 2, 9 + TITLE_SIGN_HEIGHT / 2, BOX_TEXT_SIZE * 1.02, width - 40);
}

function drawShelves({ rowCount, top, shelfHeight, boxScale }: CabinetLayout): void {
	const { width, height } = stage();
	const { hour, paper } = currentPalette();
	const { cold } = workshopColoursAt(hour);
	drawRoundedBox(cold.side, 0, 0, width, height);
	drawRoundedBox(cold.back, 8, top - 6, width - 16, rowCount * shelfHeight + 12, 6);
	for (let row = 0; row < rowCount; row++) {
		const y = top + row * shelfHeight;
		const shelfEdgeTop = y + shelfHeight - 12 * boxScale;
		drawRoundedBox(cold.shelf, 14, y, width - 28, shelfHeight - 8 * boxScale, 3);
		drawRoundedBox(cold.light, 14, y, width - 28, 5, 2);
		drawRoundedBox(cold.edge, 10, shelfEdgeTop, width - 20, 9 * boxScale, 2);
		drawRoundedBox(paper, 10, shelfEdgeTop - 3 * boxScale, width - 20, 4 * boxScale);
	}
	drawPaperGrain(stage());
}

const hasGradeChanged = ({ grade, before = grade }: ShelvedBox): boolean => before !== grade;

const pizzaDiameterOf = ({ wide, high, textSizeOnBox: text }: BoxMeasures): number =>
	Math.min(wide * 0.7, high - (high > MIN_NAMED_BOX_HEIGHT ? text + 18 : 14));

function drawStillBox(shelved: ShelvedBox, frame: BoxMeasures): void {
	const { wide, high, textSizeOnBox: size } = frame;
	drawStandingCarton(shelved.pizza, wide, high, pizzaDiameterOf(frame));
	if (high > MIN_NAMED_BOX_HEIGHT) {
		fill('#2a1c0e');
		textStyle('bold');
		textAlign('center', 'alphabetic');
		drawFittedText(shelved.name, 0, high / 2 - 6, size * 0.9, wide - 10);
	}
	if (shelved.grade !== undefined && !hasGradeChanged(shelved)) drawGradeLetter(shelved.grade, frame, 1);
}

/** Draws a frame around a box whose letter changes, and the letter as it turns over; `turnedPart` goes from 0 to 1. */
function drawTurningLetter({ grade: after, before }: ShelvedBox, frame: BoxMeasures, turnedPart: number): void {
	if (after === undefined || before === undefined) return;
	const { wide, high, textSizeOnBox: size } = frame;
	noFill();
	stroke(currentPalette().ember);
	strokeWeight(4);
	rect(-wide / 2 - 2, -high / 2 - 2, wide + 4, high + 4, 6);
	noStroke();
	drawGradeLetter(turnedPart < 0.5 ? before : after, frame, Math.max(0.06, Math.abs(Math.cos(turnedPart * Math.PI))));
	if (turnedPart >= 0.5) writeGradeChange(`${before} → ${after}`, wide / 2 + 4, -high / 2 - 8, size * 0.9);
}

function drawGradeLetter(gradeLetter: string, frame: BoxMeasures, widthScale: number): void {
	const { wide, high } = frame;
	const pizzaDiameter = pizzaDiameterOf(frame);
	push();
	translate(wide / 2 - Math.min(wide * 0.2, 30), 11 - high / 2 + pizzaDiameter * (high > wide * 0.8 ? 0.78 : 0.56));
	scale(widthScale, 1);
	grade(gradeLetter, 0, 0, Math.min(wide * 0.34, pizzaDiameter * 0.66, 52), { odd: !isGradeLetter(gradeLetter) });
	pop();
}

function writeGradeChange(words: string, right: number, top: number, size: number): void {
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + 10;
	drawRoundedBox(currentPalette().ember, right - wide, top, wide, size * 1.34, 5);
	fill('#2b1403');
	text(words, right - wide / 2, top + size * 1.02);
}
