/** The kit for own projects: its pieces neither change nor follow the style and modes of the sketch. */
import { angleMode, colorMode, ellipseMode, imageMode, pop, push, rectMode, sin } from 'braise/draw';
import * as kit from './index.ts';

/**
 * Returns a function that calls the piece in the modes in which every program begins, and then restores the program's style and
 * modes. Scenes call the pieces directly, because they call many of them in each frame.
 */
function keepStyle<Values extends unknown[], Result>(
	piece: (...values: Values) => Result
): (...values: Values) => Result {
	return (...values) => {
		// `push` does not save the unit of angles.
		const isInDegrees = sin(90) === 1;
		push();
		rectMode('corner');
		ellipseMode('center');
		imageMode('corner');
		colorMode('rgb');
		angleMode('radians');
		try {
			return piece(...values);
		} finally {
			if (isInDegrees) angleMode('degrees');
			pop();
		}
	};
}

// The exports below take precedence over those of the whole kit with the same names.
export * from './index.ts';
export const bars = keepStyle(kit.bars);
export const bed = keepStyle(kit.bed);
export const bird = keepStyle(kit.bird);
export const bubble = keepStyle(kit.bubble);
export const cabinet = keepStyle(kit.cabinet);
export const calendar = keepStyle(kit.calendar);
export const chart = keepStyle(kit.chart);
export const clock = keepStyle(kit.clock);
export const coins = keepStyle(kit.coins);
export const cottage = keepStyle(kit.cottage);
export const country = keepStyle(kit.country);
export const cross = keepStyle(kit.cross);
export const dashboard = keepStyle(kit.dashboard);
export const exhibit = keepStyle(kit.exhibit);
export const footStrip = keepStyle(kit.footStrip);
export const grade = keepStyle(kit.grade);
export const item = keepStyle(kit.item);
export const machine = keepStyle(kit.machine);
export const mapWords = keepStyle(kit.mapWords);
export const mark = keepStyle(kit.mark);
export const meal = keepStyle(kit.meal);
export const nameTag = keepStyle(kit.nameTag);
export const nightfall = keepStyle(kit.nightfall);
export const notes = keepStyle(kit.notes);
export const notice = keepStyle(kit.notice);
export const numberPlate = keepStyle(kit.numberPlate);
export const nurse = keepStyle(kit.nurse);
export const packingLine = keepStyle(kit.packingLine);
export const parkedCars = keepStyle(kit.parkedCars);
export const parking = keepStyle(kit.parking);
export const person = keepStyle(kit.person);
export const pizza = keepStyle(kit.pizza);
export const queue = keepStyle(kit.queue);
export const receipt = keepStyle(kit.receipt);
export const remark = keepStyle(kit.remark);
export const room = keepStyle(kit.room);
export const route = keepStyle(kit.route);
export const ruler = keepStyle(kit.ruler);
export const says = keepStyle(kit.says);
export const shelf = keepStyle(kit.shelf);
export const sign = keepStyle(kit.sign);
export const slate = keepStyle(kit.slate);
export const slip = keepStyle(kit.slip);
export const street = keepStyle(kit.street);
export const table = keepStyle(kit.table);
export const tickets = keepStyle(kit.tickets);
export const townMap = keepStyle(kit.townMap);
export const van = keepStyle(kit.van);
export const villageNames = keepStyle(kit.villageNames);
export const ward = keepStyle(kit.ward);
export const workshop = keepStyle(kit.workshop);
