/** Draws parking bays: cars come one after another, stay for a while, and go. */
import { pop, push, translate } from 'braise/draw';
import { parkingBayPositions, streetHeights, paintInStreetUnits } from '../places/street-plan.ts';
import { between } from '../ease.ts';
import { currentPalette, stage } from '../stage.ts';
import { nameTag } from '../telling/tags.ts';
import type { Moment } from '../timeline.ts';
import { drawCar } from './car.ts';
import { drawCarOvergrowth, LEAST_TREE_OVERGROWTH } from './overgrowth.ts';

interface ParkedCar {
	/** Number of one of six cars. Without it, each story has another car. */
	model?: number | undefined;
	/** Name over the car that has just come. */
	name?: string | undefined;
	/** How overgrown the car is, from 0 to 1. */
	overgrowth?: number;
}

/** Seconds into a story at which the new car has arrived, the leaving car is gone, and the new car has its ticket. */
const CAR_ARRIVED_SECONDS = 1.3;
const CAR_GONE_SECONDS = 1.6;
const TICKET_TAKEN_SECONDS = 4.4;
const SMALL_CAR_MODELS = [0, 1, 2, 4];

/** Draws the bays at a moment: the car of this story comes, and the car that came two stories before goes. */
export function parking(cars: readonly ParkedCar[], { run, now }: Moment): void {
	if (cars.length === 0) return;
	const fullStage = stage();
	const bayPositions = parkingBayPositions(fullStage);
	const parkedHeight = streetHeights.bay - 6;
	const bayPositionOf = (number: number): number => (Math.abs(number) % 2 === 0 ? bayPositions[0] : bayPositions[1]);
	const drawNumberedCar = (number: number, x: number, y: number, roll: number, hasTicket: boolean): void => {
		const parkedCar = cars[((number % cars.length) + cars.length) % cars.length] ?? {};
		push();
		translate(x, -y);
		drawCar(
			currentPalette(),
			parkedCar.model ?? SMALL_CAR_MODELS[(number + 50) % SMALL_CAR_MODELS.length] ?? 0,
			roll,
			hasTicket
		);
		drawCarOvergrowth(parkedCar.overgrowth ?? 0);
		pop();
		// A tree on the car's roof stands where the name would be.
		if (parkedCar.name !== undefined && number === run && (parkedCar.overgrowth ?? 0) < LEAST_TREE_OVERGROWTH)
			nameTag(parkedCar.name, x, -y - 68, 15 / fullStage.far);
	};
	paintInStreetUnits(() => {
		push();
		translate(bayPositions[2], -parkedHeight);
		drawCar(currentPalette(), 5, 0, true);
		pop();
		const leavingNumber = run - 2;
		drawNumberedCar(run - 1, bayPositionOf(run - 1), parkedHeight, 0, true);
		if (now < CAR_GONE_SECONDS) {
			const leavingPart = between(now, 0, CAR_GONE_SECONDS);
			const x =
				bayPositionOf(leavingNumber) +
				leavingPart * leavingPart * (fullStage.width / fullStage.far + 120 - bayPositionOf(leavingNumber));
			drawNumberedCar(
				leavingNumber,
				x,
				parkedHeight - (parkedHeight - streetHeights.lane) * between(leavingPart, 0, 0.3),
				x / 10,
				false
			);
		}
		const comingPart = between(now, 0, CAR_ARRIVED_SECONDS);
		const x = -140 + (bayPositionOf(run) + 140) * (1 - (1 - comingPart) ** 1.6);
		const y = streetHeights.lane + (parkedHeight - streetHeights.lane) * between(comingPart, 0.72, 1);
		drawNumberedCar(run, x, y, x / 10, now > TICKET_TAKEN_SECONDS);
	});
}

/** Draws cars that stay, each at its `x`. Returns the y of their roofs, for a slip of paper that points at a roof. */
export function parkedCars(cars: readonly { model: number; x: number }[]): number {
	const { height, far } = stage();
	paintInStreetUnits(() => {
		for (const { model, x } of cars) {
			push();
			translate(x / far, 6 - streetHeights.bay);
			drawCar(currentPalette(), model, 0, true);
			pop();
		}
	});
	return height - (streetHeights.bay + 54) * far;
}
