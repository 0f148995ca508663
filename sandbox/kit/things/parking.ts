import {
	arc,
	circle,
	ellipse,
	fill,
	line,
	noStroke,
	PI,
	pop,
	push,
	rotate,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { parkingBayPositions, streetHeights, paintInStreetUnits } from '../places/street-plan.ts';
import { between, type Moment } from '../timeline.ts';
import { currentPalette, stage } from '../stage.ts';
import { nameTag } from '../telling/notice.ts';
import { drawCarOvergrowth, LEAST_TREE_OVERGROWTH } from './overgrowth.ts';

interface CarModel {
	colour: string;
	darkColour: string;
	kind: 'small' | 'estate' | 'van';
}

const carModels: CarModel[] = [
	{ colour: '#c8452f', darkColour: '#9f3424', kind: 'small' },
	{ colour: '#3f6f8f', darkColour: '#305872', kind: 'estate' },
	{ colour: '#f0e5cf', darkColour: '#cbbd9f', kind: 'van' },
	{ colour: '#e0a63a', darkColour: '#b98427', kind: 'small' },
	{ colour: '#5f7f5a', darkColour: '#496547', kind: 'estate' },
	{ colour: '#7b5c86', darkColour: '#604668', kind: 'small' }
];

function drawWheel(x: number, turn: number): void {
	push();
	translate(x, -10);
	noStroke();
	fill('#26221f');
	circle(0, 0, 22);
	fill('#b9b2a4');
	circle(0, 0, 11);
	rotate(turn);
	stroke('#4a453f');
	strokeWeight(1.6);
	line(-5, 0, 5, 0);
	line(0, -5, 0, 5);
	pop();
}

const carBodyByModelKind: Record<
	CarModel['kind'],
	{ bodyOutline: number[]; windowOutlines: number[][]; frontWheelX: number; rearWheelX: number }
> = {
	small: {
		bodyOutline: [-54, -10, -56, -28, -46, -34, -30, -54, 14, -54, 32, -34, 52, -28, 55, -10],
		windowOutlines: [
			[-37, -34, -26, -49, -6, -49, -6, -34],
			[-2, -34, -2, -49, 11, -49, 24, -34]
		],
		frontWheelX: 34,
		rearWheelX: -33
	},
	estate: {
		bodyOutline: [-66, -10, -68, -36, -58, -56, 14, -56, 36, -36, 62, -29, 65, -10],
		windowOutlines: [
			[-61, -37, -54, -51, -32, -51, -32, -37],
			[-28, -37, -28, -51, -6, -51, -6, -37],
			[-2, -37, -2, -51, 11, -51, 27, -37]
		],
		frontWheelX: 42,
		rearWheelX: -41
	},
	van: {
		bodyOutline: [-62, -10, -63, -68, -52, -72, 22, -72, 46, -42, 60, -36, 62, -10],
		windowOutlines: [[6, -42, 6, -64, 18, -64, 36, -42]],
		frontWheelX: 40,
		rearWheelX: -38
	}
};

/** Draws one of six cars, with its wheels on y = 0. `roll` turns the wheels; `hasTicket` puts a ticket behind the windscreen. */
function drawCar(palette: Palette, modelNumber: number, roll: number, hasTicket: boolean): void {
	const model = carModels[modelNumber % carModels.length] as CarModel;
	const { bodyOutline, windowOutlines, frontWheelX, rearWheelX } = carBodyByModelKind[model.kind];
	noStroke();
	fill(palette.shade);
	ellipse(2, 0, 128, 12);
	drawPaperPiece(
		model.darkColour,
		bodyOutline.map((value, at) => value + (at % 2 === 0 ? 2 : 2.5))
	);
	drawPaperPiece(model.colour, bodyOutline);
	for (const windowOutline of windowOutlines)
		drawPaperPiece(palette.hour === 'day' ? '#c5d7d8' : '#56607c', windowOutline);
	for (const windowOutline of windowOutlines) {
		const [x = 0, y = 0] = windowOutline;
		drawPaperPiece('rgba(255, 255, 255, 0.3)', [x + 3, y - 1, x + 11, y - 13, x + 15, y - 13, x + 7, y - 1]);
	}
	drawRoundedBox(model.darkColour, bodyOutline[0] ?? 0, -17, (bodyOutline.at(-2) ?? 0) - (bodyOutline[0] ?? 0), 3);
	stroke(model.darkColour);
	strokeWeight(1.2);
	line(-4, -36, -4, -14);
	line(-14, -30, -9, -30);
	noStroke();
	fill(model.darkColour);
	arc(frontWheelX, -10, 29, 30, PI, 0);
	arc(rearWheelX, -10, 29, 30, PI, 0);
	drawWheel(frontWheelX, roll);
	drawWheel(rearWheelX, roll);
	noStroke();
	fill(palette.hour === 'day' ? '#ffe9b0' : '#fff3c9');
	ellipse((bodyOutline.at(-2) ?? 0) - 4, -23, 7, 8);
	fill('#c23b2a');
	ellipse((bodyOutline[0] ?? 0) + 3, -25, 5, 8);
	if (palette.hour !== 'day' && !hasTicket) {
		const frontTipX = bodyOutline.at(-2) ?? 0;
		drawPaperPiece('rgba(255, 226, 150, 0.20)', [
			frontTipX - 2,
			-26,
			frontTipX + 96,
			-44,
			frontTipX + 96,
			4,
			frontTipX - 2,
			-19
		]);
	}
	if (hasTicket) drawRoundedBox('#fffaf0', 13, -42, 7, 6, 1);
}

interface ParkedCar {
	/** Number of one of six cars. Without it, each story has another car. */
	model?: number | undefined;
	name?: string | undefined;
	/** How overgrown the car is, from 0 to 1. */
	overgrowth?: number;
}

/** Seconds into a story at which the new car has arrived, the leaving car is gone, and the new car has its ticket. */
const CAR_ARRIVED_SECONDS = 1.3;
const CAR_GONE_SECONDS = 1.6;
const TICKET_TAKEN_SECONDS = 4.4;
const SMALL_CAR_MODELS = [0, 1, 2, 4];

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
