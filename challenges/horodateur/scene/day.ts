/** The street while it is used: a car parks, the meter asks, somebody pays, says what they think, and goes. */
import { label } from 'braise/draw';
import { coins, machine, nameTag, parking, person, place, says, street, tickets, timeline } from 'braise/scene';
import { overgrowth, type Card, type Mood, type Tone } from 'braise/scene';
import type { Stay, Verdict } from './stays';

export interface Day {
	stays: Stay[];
	/** How long a hand lets Léonie stay; absent where no hand may. */
	hers: number | undefined;
}

/** Whoever has just changed the program sees its answer at once; whoever moved the hand, too. */
const story = timeline({ each: 7.4, begins: 2.2, still: 4.6 });
const storyOfHand = timeline({ each: 7.4, begins: 3.4, still: 4.6 });
/** Seconds into a story. */
const PRICED = 2.4;
const SPEAKS = 3.1;

const REACTIONS: Record<Verdict, { pays: Mood; reacts: Mood; tone: Tone }> = {
	right: { pays: 'paying', reacts: 'content', tone: 'right' },
	'too-much': { pays: 'paying', reacts: 'indignant', tone: 'wrong' },
	'too-little': { pays: 'paying', reacts: 'puzzled', tone: 'odd' },
	'gives-back': { pays: 'amazed', reacts: 'amazed', tone: 'wrong' },
	'no-price': { pays: 'puzzled', reacts: 'puzzled', tone: 'wrong' }
};

const cents = (amount: string | number) => label('cents', { cents: amount });
const shownOf = ({ asked }: Stay) => (asked.number === null ? asked.shown : cents(asked.shown));
const free = (amount: number, shown: string) => (amount === 0 ? label('free') : shown);

function wordsOf({ verdict, asked, minutes }: Stay): string {
	switch (verdict) {
		case 'right':
			return label('says-right');
		case 'too-much':
			return label('says-overcharged', { cents: asked.shown, minutes });
		case 'gives-back':
			return label('says-paid-back', { cents: asked.shown.replace('−', '') });
		case 'too-little':
			return `${cents(asked.shown)} : ${label('too-little')}`;
		case 'no-price':
			return `${asked.shown} ? ${label('no-price')}`;
	}
}

function cardOf(stay: Stay): Card {
	const { minutes, asked, fair, verdict } = stay;
	const right = verdict === 'right';
	const note = right ? label('right') : label('should-be', { cents: fair });
	const value = free(asked.number ?? NaN, shownOf(stay));
	return { title: label('minutes', { minutes }), value, note, short: `≠ ${free(fair, cents(fair))}`, right };
}

export function playDay({ stays, hers }: Day, time: number, still: boolean): void {
	const moment = (hers === undefined ? story : storyOfHand).at(time, stays.length, still);
	const { run, index, now, part } = moment;
	const age = overgrowth(hers);
	street({ sign: label('zone-pharmacy') });
	parking(
		stays.map(({ leonie }) => (leonie ? { model: 3, name: label('leonie'), overgrowth: age } : {})),
		moment
	);
	const stay = stays[index];
	if (stay === undefined) return;
	const { asked, verdict, leonie } = stay;
	const driver = place('right', 1);
	const [comes, goes] = [part(1, 1.9), part(6.5, 7.3)];
	const { pays, reacts, tone } = REACTIONS[verdict];
	person(driver, {
		look: leonie ? 0 : 1 + (run % 4),
		mood: now < PRICED ? 'waiting' : now < SPEAKS ? pays : reacts,
		comes,
		goes,
		shakes: verdict === 'too-much' && now >= SPEAKS ? 1 - (now - SPEAKS) / 1.2 : 0
	});
	machine(place('right'), {
		title: label('meter'),
		given: label('minutes', { minutes: Math.round(stay.minutes * part(1.7, 2.3)) }),
		shows: now < PRICED ? undefined : shownOf(stay),
		verdict: asked.odd ? 'odd' : verdict === 'right' ? 'right' : 'wrong',
		note: label('no-price'),
		pressed: now > 2.25 && now < 2.5,
		sign: 'P',
		overgrowth: leonie ? age : 0
	});
	coins(place('right'), asked.number ?? 0, now - 2.7);
	tickets(stays.map(cardOf), index);
	const grown = part(SPEAKS, SPEAKS + 0.25) * (1 - part(6.4, 6.6));
	const aside = verdict === 'right' ? undefined : label('should-be', { cents: stay.fair });
	says(driver, wordsOf(stay), { tone, aside, grown });
	if (leonie && comes === 1 && goes === 0 && grown === 0)
		nameTag(label('leonie'), driver.x + 2, driver.y - 236 * driver.size);
}
