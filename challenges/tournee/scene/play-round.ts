/** One or more vans on their rounds: the clock runs, wool grows, meals arrive hot or cold, and at the end somebody speaks. */
import { label } from 'braise/draw';
import {
	between,
	bubble,
	cottage,
	cross,
	dashboard,
	dashboardHeight,
	mapWords,
	meal,
	nightfall,
	route,
	van,
	villageNames,
	whereabouts,
	type CountryMap,
	type Meal,
	type Tone
} from 'braise/scene';
import { guestOf, homes, isAlone, land, pointOf, type Place } from './country';
import { lastBack, LEAVES, servedIn, timeOf, type Stop } from './rounds';
import type { RoundStory } from './story';

/** Minutes of the round in one second of the play. */
const RATE = 19;
/** Whoever has just changed the program sees the wool at once. */
const BEGINS = 14;
const HOLDS = 7;
/** A soup that comes later than this is ice. */
const FROZEN = 360;
/** Minutes of the day when it begins to get dark, and when it is night. */
const DUSK = 17 * 60;
export const NIGHT = 20 * 60;

/** The minute that is played, and the seconds since the last van is back. */
function minuteAt({ rounds, isByHand }: RoundStory, time: number, still: boolean) {
	const end = Math.max(1, lastBack(rounds));
	if (still) return { minute: end, after: 1 };
	const lasts = (end - BEGINS) / RATE;
	const minute = BEGINS + ((time + (isByHand ? lasts + 0.8 : 0)) % (lasts + HOLDS)) * RATE;
	return { minute: Math.min(end, minute), after: Math.max(0, (minute - end) / RATE) };
}

/** How the meal of a home is, and for how many seconds; `stop`: where it is served, if at all. */
function mealOf(stop: Stop | undefined, minute: number, isOver: boolean): { kind: Meal; since: number } {
	if (stop === undefined) return { kind: isOver ? 'forgotten' : 'awaited', since: 1 };
	if (minute < stop.arrives) return { kind: 'awaited', since: 1 };
	return { kind: stop.isHot ? 'hot' : 'cold', since: (minute - stop.arrives) / RATE };
}

export function playRound(story: RoundStory, map: CountryMap, time: number, still: boolean): void {
	const { rounds, places, before, arrivals = [], hasHearts = false } = story;
	const { minute, after } = minuteAt(story, time, still);
	const isOver = after > 0;
	if (before !== undefined) route(before.path.map(map.place), { line: 'dots' });
	if (!isOver) for (const { path } of rounds) route(path.map(map.place), { line: 'pencil' });
	const vans = rounds.map(({ path }) => whereabouts(path, minute));
	vans.forEach(({ driven }, driver) => route(driven.map(map.place), { driver }));
	const crossed = rounds.flatMap(({ crossings }, driver) =>
		crossings.filter(({ part }) => isOver || part < (vans[driver]?.part ?? 0))
	);
	for (const point of crossed) cross(map.place(point));
	nightfall((LEAVES + minute - DUSK) / (NIGHT - DUSK), dashboardHeight());

	const seen = { hot: 0, cold: 0, crossings: crossed.length };
	const served = servedIn(rounds);
	for (const place of places) {
		const at = map.place(pointOf(place));
		if (!homes.includes(place)) cottage(at);
		const stop = served.find((each) => each.place === place);
		const { kind, since } = mealOf(stop, minute, isOver);
		if (kind === 'hot') seen.hot += 1;
		else if (kind !== 'awaited') seen.cold += 1;
		meal(at, kind, { grown: between(since, 0, 0.35), heart: hasHearts && isAlone(place) });
	}
	for (const { place, said, isRight } of arrivals) {
		const words = `${Number.isFinite(said) ? timeOf(said) : '?'} ${isRight ? '✓' : '✗'}`;
		mapWords(map.place(pointOf(place)), words, { line: 1, tone: isRight ? 'right' : 'wrong' });
	}
	villageNames(land, map);
	vans.forEach(({ point, drives, looks }, driver) => {
		const at = map.place(point);
		van({ ...at, x: at.x + (isOver ? (driver - 0.5) * 26 : 0), y: at.y + 4 }, { driver, drives, looks });
	});
	dashboard(story.items(seen), { minutes: LEAVES + minute, late: seen.cold > 0 });
	const speech = speechAfter(story);
	if (speech === undefined) return;
	const { place, words, tone } = speech;
	const guest = guestOf(place);
	const who = guest === undefined ? label('home', { number: place.name }) : `${guest}, ${place.name}`;
	const grown = still ? 1 : between(after, 0.4, 0.8) * (1 - between(after, HOLDS - 0.5, HOLDS - 0.1));
	bubble(map.place(pointOf(place)), who, words, { tone, grown, top: dashboardHeight() });
}

/** What is said when the vans are back. Somebody forgotten speaks first, then somebody whose meal is cold. */
function speechAfter({ rounds, places }: RoundStory): { place: Place; words: string; tone: Tone } | undefined {
	const stops = rounds.flatMap((round) => round.stops);
	const forgotten = places.find((place) => !stops.some((stop) => stop.place === place));
	if (forgotten !== undefined) return { place: forgotten, words: label('says-forgotten'), tone: 'wrong' };
	const again = stops.find(({ isAgain }) => isAgain);
	if (again !== undefined) return { place: again.place, words: label('says-again'), tone: 'odd' };
	const [last] = [...stops].sort((a, b) => b.arrives - a.arrives);
	if (last === undefined) return undefined;
	const id = last.isHot ? 'says-hot' : last.arrives > FROZEN ? 'says-frozen' : 'says-cold';
	return { place: last.place, words: label(id, { time: timeOf(last.arrives) }), tone: last.isHot ? 'right' : 'wrong' };
}
