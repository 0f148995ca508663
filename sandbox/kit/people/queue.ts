/** Draws people who wait in a row. */
import type { Place } from '../stage.ts';
import type { Mood } from './face.ts';
import { look, person } from './person.ts';

interface WaitingPerson {
	/** Name of the person. The same name gives the same look. */
	name: string;
	mood?: Mood;
}

/** Draws people in a row, the first at `place`, the others behind. Returns their places, from the first on. */
export function queue(place: Place, people: readonly WaitingPerson[], step = 64): Place[] {
	const places = people.map((_, index): Place => ({ ...place, x: place.x - index * step * place.size }));
	// A person with the same look as the person in front gets the next look.
	const lookNumbers: number[] = [];
	for (const { name } of people) lookNumbers.push(look(name) === lookNumbers.at(-1) ? look(name) + 1 : look(name));
	// The last person is drawn first, so that those in front cover those behind.
	for (let index = people.length - 1; index >= 0; index--) {
		const personPlace = places[index];
		if (personPlace) person(personPlace, { look: lookNumbers[index] ?? 0, mood: people[index]?.mood ?? 'waiting' });
	}
	return places;
}
