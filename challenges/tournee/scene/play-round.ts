/** One or more vans on their rounds: the clock runs, threads grow, meals arrive hot or cold, and at the end somebody speaks. */
import { label, textStyle } from 'braise/draw';
import { guestOf, homes, isAlone, pointOf, type Place } from './country';
import { cottage, darkness } from './night';
import { dashboard, type Item } from './dashboard';
import { hour, type Frame } from './frame';
import { names } from './names';
import { between } from './paper';
import { heart, plate, type Meal } from './plates';
import { LEAVES, type Round } from './rounds';
import { knots, pencil, thread, whereabouts } from './thread';
import { van } from './van';
import { bubble, haloed, type Speech } from './writing';

export interface RoundPlay {
	kind: 'round';
	rounds: Round[];
	/** Another round, in pencil: what it was before. */
	before?: Round;
	items(frame: Frame, seen: Seen): Item[];
	/** Who says what in the end, and where. */
	says(frame: Frame): { speech: Speech; place: Place } | null;
	/** What the student's `arrivals` said, by home. */
	hours?: Map<string, { said: number; right: boolean }>;
	hearts: boolean;
	/** The homes that wait for a meal. */
	places: Place[];
	/** The end is shown first, for whoever has just changed how many homes there are. */
	endsFirst?: boolean;
}

export interface Seen {
	minute: number;
	hot: number;
	cold: number;
	crossings: number;
}

/** Minutes of the round in one second of the play. */
const RATE = 19;
/** Whoever has just changed the program sees the thread at once. */
const BEGINS = 14;
const HOLDS = 7;
/** A soup that comes later than this is ice. */
const FROZEN = 360;

const lengthOf = ({ rounds }: RoundPlay) => Math.max(1, ...rounds.map(({ back }) => back));

function minuteOf(play: RoundPlay, frame: Frame): { minute: number; after: number } {
	const end = lengthOf(play);
	if (frame.still) return { minute: end, after: 1 };
	const whole = (end - BEGINS) / RATE + HOLDS;
	const time = (frame.time + (play.endsFirst ? whole - HOLDS + 0.8 : 0)) % whole;
	const minute = BEGINS + time * RATE;
	return { minute: Math.min(end, minute), after: Math.max(0, (minute - end) / RATE) };
}

interface Served {
	meal: Meal;
	since: number;
}

function mealOf(play: RoundPlay, place: Place, minute: number, over: boolean): Served {
	for (const { stops } of play.rounds) {
		const stop = stops.find((each) => each.place === place);
		if (stop === undefined) continue;
		if (minute < stop.arrives) return { meal: 'awaited', since: 1 };
		return { meal: stop.hot ? 'hot' : 'cold', since: (minute - stop.arrives) / RATE };
	}
	return over ? { meal: 'forgotten', since: 1 } : { meal: 'awaited', since: 1 };
}

const looks = (frame: Frame) => [frame.palette.thread, frame.palette.second, frame.palette.third];

export function playRound(frame: Frame, play: RoundPlay): void {
	const { palette, layout, french } = frame;
	const { minute, after } = minuteOf(play, frame);
	const over = after > 0;
	if (play.before !== undefined) pencil(frame, play.before.path, [2, 5]);
	for (const round of play.rounds) if (!over) pencil(frame, round.path);
	const now = play.rounds.map((round) => whereabouts(round, minute));
	now.forEach(({ done }, index) => thread(frame, done, looks(frame)[index] ?? palette.thread, index > 0));
	play.rounds.forEach(({ crossings }, index) => knots(frame, crossings, (now[index]?.leg ?? 0) - (over ? 0 : 1)));

	const seen: Seen = { minute, hot: 0, cold: 0, crossings: 0 };
	play.rounds.forEach(({ crossings }, index) => {
		seen.crossings += crossings.filter(({ leg }) => leg < (now[index]?.leg ?? 0) || over).length;
	});
	darkness(frame, minute);
	play.places.forEach((place, index) => {
		const at = layout.at(pointOf(place));
		if (!homes.includes(place)) cottage(frame, at);
		const { meal, since } = mealOf(play, place, minute, over);
		if (meal === 'hot') seen.hot += 1;
		if (meal === 'cold' || meal === 'forgotten') seen.cold += 1;
		plate(frame, at, meal, index, between(since, 0, 0.35));
		const said = play.hours?.get(place.name);
		if (said !== undefined) {
			const words = Number.isFinite(said.said) ? hour(LEAVES + said.said, french) : '?';
			const tone = said.right ? palette.green : palette.red;
			textStyle('bold');
			const under = at.y + 17 * layout.unit + layout.small * 2.1;
			haloed(`${words} ${said.right ? '✓' : '✗'}`, at.x, under, layout.small, tone, '#fffaf0');
		}
		if (play.hearts && isAlone(place)) heart(frame, at.x + 15 * layout.unit + 4, at.y - 40 * layout.unit, 11);
	});
	names(frame);
	now.forEach(({ point, driving, leftwards }, index) => {
		const at = layout.at(point);
		const stripe = looks(frame)[index] ?? palette.thread;
		van(frame, { x: at.x + (over ? (index - 0.5) * 26 : 0), y: at.y + 4 }, { stripe, leftwards, driving });
	});
	dashboard(frame, minute, play.items(frame, seen), seen.cold > 0);
	const said = play.says(frame);
	if (said !== null && over) {
		const grown = frame.still ? 1 : between(after, 0.4, 0.8) * (1 - between(after, HOLDS - 0.5, HOLDS - 0.1));
		bubble(frame, said.speech, layout.at(pointOf(said.place)), grown);
	}
}

/** What is said when the vans are back. Somebody forgotten speaks first, then somebody whose meal is cold. */
export function verdictOf({
	rounds,
	places
}: Pick<RoundPlay, 'rounds' | 'places'>): { speech: (french: boolean) => Speech; place: Place } | null {
	const stops = rounds.flatMap((round) => round.stops);
	const forgotten = places.find((place) => !stops.some((stop) => stop.place === place));
	const says = (place: Place, tone: Speech['tone'], id: string, arrives = 0) => ({
		place,
		speech: (french: boolean): Speech => {
			const values = { time: hour(LEAVES + arrives, french) };
			const { name } = guestOf(place);
			const who = name === place.name ? label('home', { number: name }) : `${name}, ${place.name}`;
			return { who, words: label(id, values), tone };
		}
	});
	if (forgotten !== undefined) return says(forgotten, 'wrong', 'says-forgotten');
	const again = stops.find((stop) => stop.again);
	if (again !== undefined) return says(again.place, 'odd', 'says-again');
	const last = stops.reduce((latest, stop) => (stop.arrives > latest.arrives ? stop : latest), stops[0]!);
	return last.hot
		? says(last.place, 'right', 'says-hot', last.arrives)
		: says(last.place, 'wrong', last.arrives > FROZEN ? 'says-frozen' : 'says-cold', last.arrives);
}
