/** The kit for own projects: its pieces neither change nor follow the style and modes of the sketch. */
import { angleMode, colorMode, ellipseMode, imageMode, pop, push, rectMode, sin } from 'braise/draw';
import * as kit from './index.ts';

/**
 * Returns a function that calls the piece in the modes in which every program begins, and then restores the program's style and
 * modes. Scenes call the pieces directly, because they call many of them in each frame.
 */
function preserveProgramStyle<Values extends unknown[], Result>(
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
export const bars = preserveProgramStyle(kit.bars);
export const bed = preserveProgramStyle(kit.bed);
export const bird = preserveProgramStyle(kit.bird);
export const bubble = preserveProgramStyle(kit.bubble);
export const cabinet = preserveProgramStyle(kit.cabinet);
export const calendar = preserveProgramStyle(kit.calendar);
export const chart = preserveProgramStyle(kit.chart);
export const clock = preserveProgramStyle(kit.clock);
export const coins = preserveProgramStyle(kit.coins);
export const cottage = preserveProgramStyle(kit.cottage);
export const country = preserveProgramStyle(kit.country);
export const cross = preserveProgramStyle(kit.cross);
export const dashboard = preserveProgramStyle(kit.dashboard);
export const exhibit = preserveProgramStyle(kit.exhibit);
export const footStrip = preserveProgramStyle(kit.footStrip);
export const grade = preserveProgramStyle(kit.grade);
export const item = preserveProgramStyle(kit.item);
export const machine = preserveProgramStyle(kit.machine);
export const mapWords = preserveProgramStyle(kit.mapWords);
export const mark = preserveProgramStyle(kit.mark);
export const meal = preserveProgramStyle(kit.meal);
export const nameTag = preserveProgramStyle(kit.nameTag);
export const nightfall = preserveProgramStyle(kit.nightfall);
export const notes = preserveProgramStyle(kit.notes);
export const notice = preserveProgramStyle(kit.notice);
export const numberPlate = preserveProgramStyle(kit.numberPlate);
export const nurse = preserveProgramStyle(kit.nurse);
export const packingLine = preserveProgramStyle(kit.packingLine);
export const parkedCars = preserveProgramStyle(kit.parkedCars);
export const parking = preserveProgramStyle(kit.parking);
export const person = preserveProgramStyle(kit.person);
export const pizza = preserveProgramStyle(kit.pizza);
export const queue = preserveProgramStyle(kit.queue);
export const receipt = preserveProgramStyle(kit.receipt);
export const remark = preserveProgramStyle(kit.remark);
export const room = preserveProgramStyle(kit.room);
export const route = preserveProgramStyle(kit.route);
export const ruler = preserveProgramStyle(kit.ruler);
export const says = preserveProgramStyle(kit.says);
export const shelf = preserveProgramStyle(kit.shelf);
export const sign = preserveProgramStyle(kit.sign);
export const slate = preserveProgramStyle(kit.slate);
export const slip = preserveProgramStyle(kit.slip);
export const street = preserveProgramStyle(kit.street);
export const table = preserveProgramStyle(kit.table);
export const tickets = preserveProgramStyle(kit.tickets);
export const townMap = preserveProgramStyle(kit.townMap);
export const van = preserveProgramStyle(kit.van);
export const villageNames = preserveProgramStyle(kit.villageNames);
export const ward = preserveProgramStyle(kit.ward);
export const workshop = preserveProgramStyle(kit.workshop);
