import {
	circle,
	fill,
	line,
	noStroke,
	pop,
	push,
	stroke,
	strokeWeight,
	translate,
	ellipse,
	rotate,
	scale
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { packingHeights, paintInWorkshopUnits, computePackingPlan } from '../places/packing-plan.ts';
import { currentPalette, currentMoment as stageTime } from '../stage.ts';
import { workshopColoursAt } from '../indoor-colours.ts';
import { drawCartonFromEdge, drawLyingCarton, CARTON_PRINT_DISTANCE } from './carton.ts';
import type { Verdict } from '../ask.ts';
import type { Moment } from '../timeline.ts';
import { pizza, type PizzaPlan } from './pizza.ts';
import { drawPrinter, drawPrinterArm } from './printer.ts';

const MAX_DRAWN_BIN_BOXES = 6;

function drawBelt(width: number, movedDistance: number): void {
	const { shade, hour } = currentPalette();
	const { steel, steelDark, steelLight, rubber } = workshopColoursAt(hour);
	const { front, back } = packingHeights;
	const beltEnd = width + 20;
	for (let x = 40; x < width; x += 210) {
		drawRoundedBox(steelDark, x, -front, 14, front - 16);
		drawRoundedBox(steelDark, x - 8, -20, 30, 8, 3);
	}
	drawRoundedBox(shade, -10, 22 - front, beltEnd, 14);
	drawRoundedBox(steelLight, -10, -back - 8, beltEnd, 10);
	drawPaperPiece(rubber, [-10, -back, beltEnd, -back, beltEnd, -front, -10, -front]);
	// Cleats that move along, so that one sees the belt run.
	stroke('rgba(255, 255, 255, 0.10)');
	strokeWeight(3);
	const ribDistance = 46;
	for (let x = (movedDistance % ribDistance) - ribDistance; x < beltEnd + 30; x += ribDistance)
		line(x, 1 - back, x - 16, -front - 1);
	noStroke();
	drawRoundedBox(steel, -10, -front, beltEnd, 22);
	drawRoundedBox(steelLight, -10, -front, beltEnd, 4);
	for (let x = 12; x < beltEnd; x += ribDistance) {
		fill(steelDark);
		circle(x, 12 - front, 11);
		fill(steelLight);
		circle(x, 12 - front, 4.5);
	}
}

function drawWrongBoxBin(x: number, thrownCount: number): void {
	const { shade, hour } = currentPalette();
	const { steelDark, machine } = workshopColoursAt(hour);
	drawRoundedBox(shade, x - 78, -8, 160, 10, 4);
	drawPaperPiece(steelDark, [x - 82, -52, x + 82, -52, x + 72, -4, x - 72, -4]);
	for (let index = 0; index < Math.min(thrownCount, MAX_DRAWN_BIN_BOXES); index++)
		drawCartonFromEdge(x + paperOffset(index, 2) * 10, -36 - index * 12, paperOffset(index, 5) * 0.14);
	drawPaperPiece(machine.middle, [x - 80, -34, x + 80, -34, x + 72, -2, x - 72, -2]);
	drawPaperPiece(machine.light, [x - 82, -38, x + 82, -38, x + 80, -30, x - 80, -30]);
}

function drawBeltHood(x: number): void {
	const { machine, rubber, iron, card, cardDark } = workshopColoursAt(currentPalette().hour);
	push();
	translate(x, 2 - packingHeights.back);
	drawRoundedBox(machine.dark, -62, -16, 118, 102, 8, 8, 2, 2);
	drawRoundedBox(machine.middle, -66, -16, 118, 102, 8, 8, 2, 2);
	drawRoundedBox(machine.light, -66, -16, 118, 16, 8, 8, 0, 0);
	// The curtain of strips through which boxes come.
	for (let strip = 0; strip < 6; strip++)
		drawRoundedBox(strip % 2 === 0 ? rubber : iron, 44, 2 + strip * 14, 9, 13, 0, 4, 4, 0);
	drawRoundedBox('rgba(255, 250, 240, 0.9)', -36, 22, 52, 40, 4);
	drawRoundedBox(cardDark, -26, 33, 32, 21, 2);
	drawRoundedBox(card, -26, 33, 32, 7, 2);
	pop();
}

const MAX_DRAWN_CHEESES = 20;

/** Draws a pile whose foot is at (0, 0). `sway` goes from -1 to 1. */
function drawCheesePile(cheeseCount: number, hasMouse: boolean, sway: number): void {
	const drawnCount = Math.min(MAX_DRAWN_CHEESES, Math.ceil(cheeseCount * 0.9));
	const paintAtPileHeight = (index: number, paint: () => void): void => {
		push();
		translate(Math.sin(index * 2.3) * 7 + sway * index * 0.28, -index * 8);
		paint();
		pop();
	};
	for (let index = 0; index < drawnCount; index++) {
		paintAtPileHeight(index, () => {
			rotate(Math.sin(index * 1.7) * 0.12);
			scale(0.66, 0.9);
			drawCheeseWedge(index);
		});
	}
	if (hasMouse) paintAtPileHeight(Math.max(0, drawnCount), drawMouse);
}

const CHEESE_COLOURS = [
	['#d79a2c', '#f8d978'],
	['#cfc5a5', '#fff6df'],
	['#b9772e', '#f2c25c']
] as const;

function drawCheeseWedge(index: number): void {
	const [rind, inside] = CHEESE_COLOURS[index % 3] ?? CHEESE_COLOURS[0];
	drawPaperPiece(rind, [-30, 0, -30, -11, 30, -7, 30, 0]);
	drawPaperPiece(inside, [-30, -3, -27, -13, 30, -8, 30, -3]);
	noStroke();
	fill(index % 3 === 1 ? '#7f98a3' : 'rgba(150, 95, 20, 0.35)');
	for (const x of [-17, -3, 13]) ellipse(x + (index % 4) * 2, -6, 6, 3.4);
}

function drawMouse(): void {
	noStroke();
	scale(1.15);
	fill('#8d8792');
	ellipse(0, -9, 26, 18);
	circle(13, -15, 13);
	fill('#c9a6ad');
	circle(9, -22, 8);
	circle(16, -22, 8);
	fill('#2a2420');
	circle(15, -16, 2.6);
	circle(20, -13, 2.6);
}

interface PackedBox {
	pizza: PizzaPlan;
	title: string;
	/** The printed text: a letter from A to E in its colour, or any other text unchanged. */
	prints: string;
	verdict: Verdict;
	/** Cheeses on the box's lid, and whether a mouse sits on them. */
	pile?: { cheeses: number; hasMouse: boolean } | undefined;
}

/** Seconds into a story at which the box has arrived, is stamped, printed and judged, begins to leave, and is gone. */
const BOX_ARRIVED_SECONDS = 1.2;
const STAMPING_SECONDS = [1.35, 2.05] as const;
const BOX_PRINTED_SECONDS = 1.55;
const BOX_JUDGED_SECONDS = 1.9;
const BOX_LEAVING_SECONDS = 5;
const BOX_GONE_SECONDS = 6.2;

export function packingLine(boxes: readonly PackedBox[], moment: Moment): void {
	const currentBox = boxes[moment.index];
	if (currentBox === undefined) return;
	const { run, now, part } = moment;
	const { time, still } = stageTime();
	const plan = computePackingPlan();
	const sway = still ? 0 : Math.sin(time * 2.6);
	paintInWorkshopUnits(plan, () => {
		drawPrinter(plan.printerX, {
			title: currentBox.title,
			small: Math.min(22, 15.5 / plan.size),
			shows: now < BOX_PRINTED_SECONDS ? undefined : currentBox.prints,
			verdict: currentBox.verdict,
			isJudged: now >= BOX_JUDGED_SECONDS && now < BOX_LEAVING_SECONDS + 0.4
		});
		drawBelt(
			plan.width,
			still ? 0 : run * 260 + part(0, BOX_ARRIVED_SECONDS) * 150 + part(BOX_LEAVING_SECONDS, BOX_GONE_SECONDS) * 110
		);
		const nextBox = boxes[(moment.index + 1) % boxes.length] ?? currentBox;
		if (plan.ovenX !== undefined) {
			const ovenMouthX = plan.ovenX + 10;
			const x = ovenMouthX + (plan.hoodX - ovenMouthX) * part(BOX_LEAVING_SECONDS - 2.6, BOX_GONE_SECONDS);
			pizza(x, -packingHeights.box - 40, 100, nextBox.pizza, 0.56);
		}
		drawPassingBox(currentBox, moment, plan, sway);
		drawWrongBoxBin(plan.binX, countWrongBoxesBefore(boxes, run));
		drawBeltHood(plan.hoodX);
		const [from, to] = STAMPING_SECONDS;
		drawPrinterArm(plan.printerX, now < from || now > to ? 0 : Math.sin(((now - from) / (to - from)) * Math.PI));
	});
}

function drawPassingBox(
	{ pizza, prints, verdict, pile }: PackedBox,
	{ part }: Moment,
	{ hoodX, printerX, width, binX }: { hoodX: number; printerX: number; width: number; binX: number },
	sway: number
): void {
	const [start, stop] = [hoodX - 40, printerX - CARTON_PRINT_DISTANCE];
	const leavingPart = part(BOX_LEAVING_SECONDS, BOX_GONE_SECONDS);
	let x = start + (stop - start) * part(0, BOX_ARRIVED_SECONDS);
	let fallenPart = 0;
	if (leavingPart > 0 && verdict === 'right') x = stop + (width + 160 - stop) * leavingPart * leavingPart;
	else if (leavingPart > 0) {
		x = stop + (binX - stop) * Math.min(1, leavingPart / 0.6);
		fallenPart = Math.max(0, (leavingPart - 0.55) / 0.45);
	}
	push();
	translate(x, fallenPart * fallenPart * 110 - packingHeights.box);
	rotate(fallenPart * 0.5);
	drawLyingCarton(pizza, prints, verdict === 'odd', part(BOX_PRINTED_SECONDS, BOX_PRINTED_SECONDS + 0.3));
	if (pile !== undefined) {
		translate(-36, -82);
		drawCheesePile(pile.cheeses, pile.hasMouse, sway);
	}
	pop();
}

function countWrongBoxesBefore(boxes: readonly PackedBox[], run: number): number {
	const countWrongBoxes = (list: readonly PackedBox[]) => list.filter(({ verdict }) => verdict !== 'right').length;
	return Math.floor(run / boxes.length) * countWrongBoxes(boxes) + countWrongBoxes(boxes.slice(0, run % boxes.length));
}
