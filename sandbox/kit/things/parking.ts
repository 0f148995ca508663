/** Draws parking bays: cars come one after another, stay for a while, and go. */
import { pop, push, translate } from 'braise/draw';
import { parkingBayPositions, streetHeights, drawInStreet } from '../places/street-plan.ts';
import { between } from '../ease.ts';
import { currentPalette, stage } from '../stage.ts';
import { nameTag } from '../telling/tags.ts';
import type { Moment } from '../timeline.ts';
import { drawCar } from './car.ts';
import { drawMoss, TREE_AGE } from './overgrowth.ts';

interface ParkedCar {
	/** Number of one of six cars. Without it, each story has another car. */
	model?: number | undefined;
	/** Name over the car that has just come. */
	name?: string | undefined;
	/** How overgrown the car is, from 0 to 1. */
	overgrowth?: number;
}

/** Seconds into a story at which the new car has arrived, the leaving car is gone, and the new car has its ticket. */
const ARRIVED = 1.3;
const GONE = 1.6;
const HAS_TICKET = 4.4;
const MODELS = [0, 1, 2, 4];

/** Draws the bays at a moment: the car of this story comes, and the car that came two stories before goes. */
export function parking(cars: readonly ParkedCar[], { run, now }: Moment): void {
	if (cars.length === 0) return;
	const all = stage();
	const bays = parkingBayPositions(all);
	const parked = streetHeights.bay - 6;
	const bayOf = (number: number): number => (Math.abs(number) % 2 === 0 ? bays[0] : bays[1]);
	const draw = (number: number, x: number, y: number, roll: number, ticket: boolean): void => {
		const each = cars[((number % cars.length) + cars.length) % cars.length] ?? {};
		push();
		translate(x, -y);
		drawCar(currentPalette(), each.model ?? MODELS[(number + 50) % MODELS.length] ?? 0, roll, ticket);
		drawMoss(each.overgrowth ?? 0);
		pop();
		// A tree on the car's roof needs the room of the name.
		if (each.name !== undefined && number === run && (each.overgrowth ?? 0) < TREE_AGE)
			nameTag(each.name, x, -y - 68, 15 / all.far);
	};
	drawInStreet(() => {
		push();
		translate(bays[2], -parked);
		drawCar(currentPalette(), 5, 0, true);
		pop();
		const leaver = run - 2;
		draw(run - 1, bayOf(run - 1), parked, 0, true);
		if (now < GONE) {
			const leaves = between(now, 0, GONE);
			const x = bayOf(leaver) + leaves * leaves * (all.width / all.far + 120 - bayOf(leaver));
			draw(leaver, x, parked - (parked - streetHeights.lane) * between(leaves, 0, 0.3), x / 10, false);
		}
		const comes = between(now, 0, ARRIVED);
		const x = -140 + (bayOf(run) + 140) * (1 - (1 - comes) ** 1.6);
		const y = streetHeights.lane + (parked - streetHeights.lane) * between(comes, 0.72, 1);
		draw(run, x, y, x / 10, now > HAS_TICKET);
	});
}

/** Draws cars that stay, each at `x`. Returns the y of their roofs, for a slip that points at one. */
export function parkedCars(cars: readonly { model: number; x: number }[]): number {
	const { height, far } = stage();
	drawInStreet(() => {
		for (const { model, x } of cars) {
			push();
			translate(x / far, 6 - streetHeights.bay);
			drawCar(currentPalette(), model, 0, true);
			pop();
		}
	});
	return height - (streetHeights.bay + 54) * far;
}
