/** Draws a packing line: pizzas get boxes, a printer prints on each, wrong boxes fall into the bin. */
import { pop, push, rotate, translate } from 'braise/draw';
import type { Verdict } from '../ask.ts';
import { packingHeights, paintInWorkshopUnits, computePackingPlan } from '../places/packing-plan.ts';
import { currentMoment as stageTime } from '../stage.ts';
import type { Moment } from '../timeline.ts';
import { drawBelt, drawWrongBoxBin, drawBeltHood } from './belt.ts';
import { drawLyingCarton, CARTON_PRINT_DISTANCE } from './carton.ts';
import { drawCheesePile } from './cheese-pile.ts';
import { pizza, type PizzaPlan } from './pizza.ts';
import { drawPrinter, drawPrinterArm } from './printer.ts';

interface PackedBox {
	pizza: PizzaPlan;
	/** Words over the printed text. */
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

/** Draws the line at a moment: the box of this story comes, is printed, and goes. */
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

/** Draws the box where it is now: from the hood to the printer, then on to the right, or over the edge. */
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

/** Returns the number of wrong boxes in all stories before this one. */
function countWrongBoxesBefore(boxes: readonly PackedBox[], run: number): number {
	const countWrongBoxes = (list: readonly PackedBox[]) => list.filter(({ verdict }) => verdict !== 'right').length;
	return Math.floor(run / boxes.length) * countWrongBoxes(boxes) + countWrongBoxes(boxes.slice(0, run % boxes.length));
}
