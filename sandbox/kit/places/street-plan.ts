import { pop, push, scale, translate } from 'braise/draw';
import { stage, type Place, type Stage } from '../stage.ts';

export type ShopKind = 'door' | 'bakery' | 'pharmacy' | 'hall';

/** A house. The colour indexes are indexes of the palette's lists of colours. */
export interface House {
	x: number;
	width: number;
	height: number;
	wallColourIndex: number;
	shutterColourIndex: number;
	windowColumns: number;
	windowRows: number;
	shop: ShopKind;
	dormerCount?: number;
	hasGable?: boolean;
}

export const streetHeights = { near: 56, lane: 92, bay: 128, kerb: 158, pavement: 186 };

/** Returns the x of the three parking bays. A car always stands in the last bay, behind the person in front. */
export function parkingBayPositions({ width, far }: Stage): [number, number, number] {
	return [(0.42 * width) / far, (0.16 * width) / far, (0.68 * width) / far];
}

export const lampPostPositions = [64, 466, 880];

/** The houses of the street without their ground floors, which the street's `shops` decide. */
export const streetHouses: Omit<House, 'shop'>[] = [
	{
		x: -34,
		width: 116,
		height: 176,
		wallColourIndex: 3,
		shutterColourIndex: 0,
		windowColumns: 2,
		windowRows: 2,
		dormerCount: 1
	},
	{
		x: 82,
		width: 140,
		height: 158,
		wallColourIndex: 0,
		shutterColourIndex: 1,
		windowColumns: 3,
		windowRows: 1,
		dormerCount: 2
	},
	{
		x: 222,
		width: 150,
		height: 186,
		wallColourIndex: 4,
		shutterColourIndex: 2,
		windowColumns: 3,
		windowRows: 2,
		dormerCount: 1
	},
	{
		x: 372,
		width: 104,
		height: 150,
		wallColourIndex: 1,
		shutterColourIndex: 3,
		windowColumns: 2,
		windowRows: 1,
		hasGable: true
	},
	{
		x: 476,
		width: 176,
		height: 168,
		wallColourIndex: 2,
		shutterColourIndex: 3,
		windowColumns: 4,
		windowRows: 2,
		dormerCount: 3
	},
	{
		x: 652,
		width: 112,
		height: 190,
		wallColourIndex: 5,
		shutterColourIndex: 4,
		windowColumns: 2,
		windowRows: 2,
		dormerCount: 1
	},
	{
		x: 764,
		width: 130,
		height: 154,
		wallColourIndex: 3,
		shutterColourIndex: 2,
		windowColumns: 3,
		windowRows: 1,
		dormerCount: 2
	},
	{
		x: 894,
		width: 130,
		height: 178,
		wallColourIndex: 0,
		shutterColourIndex: 0,
		windowColumns: 3,
		windowRows: 2,
		hasGable: true
	},
	{
		x: 1024,
		width: 140,
		height: 160,
		wallColourIndex: 4,
		shutterColourIndex: 1,
		windowColumns: 3,
		windowRows: 1,
		dormerCount: 1
	}
];

/** Runs `paint` in the street's units, with the picture's lower edge at y = 0. */
export function paintInStreetUnits(paint: () => void): void {
	const { height, far } = stage();
	push();
	translate(0, height);
	scale(far);
	paint();
	pop();
}

/** Returns a place on the pavement in front of the parked cars. */
export function pavement(x: number): Place {
	const { height, far, narrow } = stage();
	return { x, y: height - 34 * far, size: far * (narrow ? 0.62 : 0.78) };
}
