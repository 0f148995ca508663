/** Draws a packing line: pizzas get boxes, a printer prints on each, wrong boxes fall into the bin. */
import { pop, push, rotate, translate } from 'braise/draw';
import type { Verdict } from '../ask.ts';
import { packingHeights, drawInWorkshop, packingPlan } from '../places/packing-plan.ts';
import { currentMoment as stageTime } from '../stage.ts';
import type { Moment } from '../timeline.ts';
import { drawBelt, drawBin, drawHood } from './belt.ts';
import { drawLyingCarton, PRINT_DISTANCE } from './carton.ts';
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

/** Seconds into a story at which the box has arrived, is stamped, and so on. */
const ARRIVED = 1.2;
const STAMPS = [1.35, 2.05] as const;
const PRINTED = 1.55;
const JUDGED = 1.9;
const LEAVES = 5;
const GONE = 6.2;

/** Draws the line at a moment: the box of this story comes, is printed, and goes. */
export function packingLine(boxes: readonly PackedBox[], moment: Moment): void {
	const box = boxes[moment.index];
	if (box === undefined) return;
	const { run, now, part } = moment;
	const { time, still } = stageTime();
	const plan = packingPlan();
	const sway = still ? 0 : Math.sin(time * 2.6);
	drawInWorkshop(plan, () => {
		drawPrinter(plan.printer, {
			title: box.title,
			small: Math.min(22, 15.5 / plan.size),
			shows: now < PRINTED ? undefined : box.prints,
			verdict: box.verdict,
			isJudged: now >= JUDGED && now < LEAVES + 0.4
		});
		drawBelt(plan.width, still ? 0 : run * 260 + part(0, ARRIVED) * 150 + part(LEAVES, GONE) * 110);
		const next = boxes[(moment.index + 1) % boxes.length] ?? box;
		if (plan.oven !== undefined) {
			const mouth = plan.oven + 10;
			const x = mouth + (plan.hood - mouth) * part(LEAVES - 2.6, GONE);
			pizza(x, -packingHeights.box - 40, 100, next.pizza, 0.56);
		}
		passing(box, moment, plan, sway);
		drawBin(plan.bin, thrownBefore(boxes, run));
		drawHood(plan.hood);
		const [from, to] = STAMPS;
		drawPrinterArm(plan.printer, now < from || now > to ? 0 : Math.sin(((now - from) / (to - from)) * Math.PI));
	});
}

/** Draws the box where it is now: from the hood to the printer, then on to the right, or over the edge. */
function passing(
	{ pizza, prints, verdict, pile }: PackedBox,
	{ part }: Moment,
	{ hood, printer, width, bin }: { hood: number; printer: number; width: number; bin: number },
	sway: number
): void {
	const [start, stop] = [hood - 40, printer - PRINT_DISTANCE];
	const leaves = part(LEAVES, GONE);
	let x = start + (stop - start) * part(0, ARRIVED);
	let fall = 0;
	if (leaves > 0 && verdict === 'right') x = stop + (width + 160 - stop) * leaves * leaves;
	else if (leaves > 0) {
		x = stop + (bin - stop) * Math.min(1, leaves / 0.6);
		fall = Math.max(0, (leaves - 0.55) / 0.45);
	}
	push();
	translate(x, fall * fall * 110 - packingHeights.box);
	rotate(fall * 0.5);
	drawLyingCarton(pizza, prints, verdict === 'odd', part(PRINTED, PRINTED + 0.3));
	if (pile !== undefined) {
		translate(-36, -82);
		drawCheesePile(pile.cheeses, pile.hasMouse, sway);
	}
	pop();
}

/** Returns the number of wrong boxes in all stories before this one. */
function thrownBefore(boxes: readonly PackedBox[], run: number): number {
	const wrong = (list: readonly PackedBox[]) => list.filter(({ verdict }) => verdict !== 'right').length;
	return Math.floor(run / boxes.length) * wrong(boxes) + wrong(boxes.slice(0, run % boxes.length));
}
