/** The figures of the decision: eight nights, with the hours that the student's own program says. */
import { ask } from 'braise/scene';
import { rows as nights } from '../data/nights.ts';
import * as program from '../main.ts';

const [DAY, OVEN, BED, UP] = [24 * 60, 5 * 60 + 30, 22 * 60, 5 * 60];
/** Invented: after the shop Aline kneads at 14 o'clock; Karim's hours before 6 o'clock; cents for an hour of the fridge. */
const [AFTERNOON, KARIM_AT_3, KARIM_AT_5, HOUR] = [14 * 60, 180, 60, 8];

export function measure({ from = 0 }: Record<string, number>) {
	const played = nights.map(({ celsius }) => {
		const cold = celsius >= from;
		const answer = cold ? ask(program, 'fridgeAt', celsius, AFTERNOON) : ask(program, 'kneadAt', celsius);
		const at = Math.min(Math.max(answer.number ?? 0, 0), DAY);
		return { cold, wakes: at >= BED || at < UP, hours: cold ? ((DAY + OVEN - at) % DAY) / 60 : 0 };
	});
	const hours = played.reduce((sum, night) => sum + night.hours, 0);
	return [
		{
			id: 'karim',
			value: played.reduce((sum, { cold }) => sum + (cold ? KARIM_AT_5 : KARIM_AT_3), 0),
			unit: 'minutes'
		},
		{ id: 'nights', value: played.filter(({ wakes }) => wakes).length, unit: 'count', of: nights.length },
		{ id: 'taste', value: Math.round(hours), unit: 'count' },
		{ id: 'power', value: Math.round(hours * HOUR), unit: 'cents' }
	];
}
