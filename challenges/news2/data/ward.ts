/**
 * One night in the ward of Valcendre, a hospital that does not exist. Ten invented people, written by hand: each bed shows one way
 * in which a program can be wrong.
 */
import { bedWith, type Measures } from './bed';

export interface Bed {
	name: string;
	measures: Measures;
}

export const ward: Bed[] = [
	{ name: 'Aïcha', measures: bedWith({ breaths: 14, saturation: 98, pulse: 66 }) },
	// A fever and nothing else: no reason to run.
	{ name: 'Lise', measures: bedWith({ temperature: 39.4, pulse: 88 }) },
	// Each measure on the last value of its band that scores 0.
	{ name: 'Hugo', measures: bedWith({ breaths: 20, saturation: 96, systolic: 219, pulse: 90, temperature: 38 }) },
	// The silent bed: nothing is very bad, and all of it together is.
	{
		name: 'Abel',
		measures: bedWith({ breaths: 22, saturation: 95, systolic: 105, pulse: 112, temperature: 38.4 })
	},
	{ name: 'Paule', measures: bedWith({ breaths: 18, pulse: 80, temperature: 37.1 }) },
	// Without the two points for the oxygen, 3 would be left.
	{
		name: 'Jeanne',
		measures: bedWith({ breaths: 19, saturation: 94, onOxygen: true, systolic: 108, pulse: 95, temperature: 37.2 })
	},
	// One single measure scores 3.
	{ name: 'Marc', measures: bedWith({ pulse: 38, breaths: 13 }) },
	// The finger clip fell off.
	{ name: 'Nour', measures: bedWith({ saturation: null, pulse: null, breaths: 15 }) },
	// Does not answer any more. From afar it looks like sleep.
	{ name: 'Rosa', measures: bedWith({ alert: false, breaths: 12 }) },
	// Three small things make 3, and nobody has to be woken.
	{ name: 'Émile', measures: bedWith({ saturation: 95, systolic: 110, pulse: 93 }) }
];
