import { label } from 'braise/draw';
import { numberText, timeText } from '../telling/writing.ts';
import type { RoundFields } from './fields.ts';
import { type RoundFault, type RoundStory, type StopVisit, createRoundStory } from './round-story.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import { limitSentences } from './sentences.ts';
import { between } from '../timeline.ts';
import type { CountryMap, CountryPlan } from '../places/country-plan.ts';
import { country } from '../places/country.ts';
import { whereabouts } from '../places/journey.ts';
import { mapWords, villageNames, route } from '../places/route.ts';
import { nightfall } from '../places/outdoors.ts';
import { bubble } from '../telling/says.ts';
import { dashboard, dashboardHeight } from '../telling/dashboard.ts';
import { van } from '../things/delivery.ts';
import type { CodelessSceneMoment } from './layout.ts';
import { drawVerdictMark } from '../telling/marks.ts';
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';

const isFrench = (language: string): boolean => language === 'fr';

const roundFigureNames = (language: string) =>
	isFrench(language)
		? { kilometres: 'Distance', minutes: 'Durée', last: 'Dernier arrêt' }
		: { kilometres: 'Distance', minutes: 'Duration', last: 'Last stop' };

const kilometresText = (kilometres: number, language: string): string =>
	`${numberText(kilometres, language, 1)}\u00a0km`;
const minutesText = (minutes: number, language: string): string => `${numberText(minutes, language, 0)}\u00a0min`;

function describeRoundFaults(story: RoundStory, fields: RoundFields, language: string): string[] {
	const { fault, missedStops, visits, isLong, kilometres } = story;
	const nameBefore = visits.at(-1)?.name ?? story.from.name;
	return [
		...(fault ? [roundFaultSentence(fault, nameBefore, language)] : []),
		...(missedStops.length > 0
			? [
					missedStopsSentence(
						missedStops.map(({ name }) => name),
						language
					)
				]
			: []),
		...visits.filter(({ isLate }) => isLate).map((visit) => lateStopsSentence(visit, fields.starts, language)),
		...(isLong ? [tooLongSentence(kilometres, fields.most ?? 0, language)] : [])
	];
}

function roundFaultSentence({ kind, shown }: RoundFault, nameBefore: string, language: string): string {
	if (kind === 'again')
		return isFrench(language)
			? `Après ${nameBefore}, le programme renvoie ${shown}\u00a0: la tournée y est déjà passée.`
			: `After ${nameBefore}, the program returns ${shown}: the round has been there already.`;
	return isFrench(language)
		? `Après ${nameBefore}, le programme renvoie ${shown}\u00a0: ce n’est pas un arrêt.`
		: `After ${nameBefore}, the program returns ${shown}: that is not a stop.`;
}

function missedStopsSentence(names: readonly string[], language: string): string {
	const [last = '', ...others] = [...names].reverse();
	const andWord = isFrench(language) ? 'et' : 'and';
	const nameList = others.length === 0 ? last : `${others.reverse().join(', ')} ${andWord} ${last}`;
	if (isFrench(language)) return `Il manque ${nameList}.`;
	return `${nameList} ${names.length === 1 ? 'is' : 'are'} missing.`;
}

function lateStopsSentence({ name, arrives, until = 0 }: StopVisit, starts: number, language: string): string {
	const [comes, limit] = [timeText(starts + arrives, language), timeText(until, language)];
	return isFrench(language)
		? `${name}\u00a0: la tournée arrive à ${comes}, après ${limit}.`
		: `${name}: the round comes at ${comes}, after ${limit}.`;
}

function tooLongSentence(kilometres: number, allowedKilometres: number, language: string): string {
	const [is, wanted] = [kilometresText(kilometres, language), kilometresText(allowedKilometres, language)];
	return isFrench(language)
		? `La tournée fait ${is}\u202f; il en existe une de ${wanted}.`
		: `The round is ${is} long; there is one of ${wanted}.`;
}

function describeRound(story: RoundStory, fields: RoundFields, language: string): string[] {
	const { visits, missedStops, kilometres, minutes, last } = story;
	const stopCount = visits.length + missedStops.length;
	const [far, long, time] = [
		kilometresText(kilometres, language),
		minutesText(minutes, language),
		timeText(last, language)
	];
	const stopsText = isFrench(language)
		? `${visits.length} ${visits.length > 1 ? 'arrêts' : 'arrêt'} sur ${stopCount}`
		: `${visits.length} of ${stopCount} ${stopCount === 1 ? 'stop' : 'stops'}`;
	const figuresText = isFrench(language)
		? `${stopsText}\u00a0: ${far}, ${long}, dernier arrêt à ${time}.`
		: `${stopsText}: ${far}, ${long}, last stop at ${time}.`;
	return [figuresText, ...limitSentences(describeRoundFaults(story, fields, language), language)];
}

const driverRemark = (story: RoundStory, fields: RoundFields, language: string): string =>
	describeRoundFaults(story, fields, language)[0] ?? allRightSentence([fields.function], language);

const ROUND_DRIVING_SECONDS = 7;
const FINISHED_ROUND_SECONDS = 7;
/** Seconds of the story that are skipped at its beginning, so that a change of the round is seen at once. */
const SKIPPED_STORY_SECONDS = 1.2;

function drawRoundMap({ stops }: RoundFields): { land: CountryPlan; map: CountryMap } {
	const land = createLandAroundStops(stops);
	return { land, map: country(land, dashboardHeight()) };
}

function createLandAroundStops(stops: RoundFields['stops']): CountryPlan {
	const [xs, ys] = [stops.map(({ x }) => x), stops.map(({ y }) => y)];
	const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	const landSize = Math.max(1, right - left, top - bottom);
	const margin = landSize * 0.16;
	return {
		extent: { left: left - margin, right: right + margin, bottom: bottom - margin * 1.1, top: top + margin },
		villages: stops.map(({ name, x, y }, index) => ({ name, x, y, isKitchen: index === 0 })),
		river: [0, 1, 2, 3, 4, 5, 6].flatMap((step) => [
			right + landSize * (0.4 - step * 0.24),
			top + landSize * (0.2 - step * 0.2 + Math.sin(step * 1.9) * 0.03)
		]),
		hills: [
			[right + margin, bottom - margin, landSize * 0.3, landSize * 0.22, 4],
			[left - margin, top + margin, landSize * 0.3, landSize * 0.2, 3]
		],
		woods: [
			[right + margin * 0.5, bottom + landSize * 0.1, 12],
			[left - margin * 0.6, top - landSize * 0.06, 9],
			[left + landSize * 0.42, bottom - margin * 0.8, 8]
		]
	};
}

function drawRoundStory(story: RoundStory, fields: RoundFields, { time, still, language }: CodelessSceneMoment): void {
	const { from, visits, missedStops } = story;
	const { land, map } = drawRoundMap(fields);
	const { minute, after } = shownMinuteAt(story, time, still);
	const roundPath = [
		{ ...from, arrives: 0, leaves: 0 },
		...visits,
		{ ...from, arrives: story.minutes, leaves: story.minutes }
	];
	const { driven, point, drives, looks } = whereabouts(roundPath, minute);
	const isOver = after > 0;
	if (!isOver) route(roundPath.map(map.place), { line: 'pencil' });
	route(driven.map(map.place));
	nightfall((fields.starts + minute - 17 * 60) / 180, dashboardHeight());
	villageNames(land, map);
	for (const visit of visits) if (minute >= visit.arrives) drawArrival(visit, map, fields, language);
	if (isOver) for (const stop of missedStops) drawStopMark(map, stop, false);
	const at = map.place(point);
	van({ ...at, y: at.y + 4 }, { drives, looks });
	dashboard(dashboardItemsOf(story, minute, isOver, language), { minutes: fields.starts + minute });
	if (!isOver) return;
	const grown = still || story.isMoved ? 1 : between(after, 0.3, 0.7);
	bubble(map.place(speakingSpotOf(story)), label(fields.title), driverRemark(story, fields, language), {
		tone: story.isRight ? 'right' : 'wrong',
		grown,
		top: dashboardHeight()
	});
}

/** `after`: seconds since the van came back. With a dial, the whole round is shown at once. */
function shownMinuteAt({ minutes, isMoved }: RoundStory, time: number, still: boolean) {
	const lastMinute = Math.max(1, minutes);
	if (still || isMoved) return { minute: lastMinute, after: 1 };
	const now = (time + SKIPPED_STORY_SECONDS) % (ROUND_DRIVING_SECONDS + FINISHED_ROUND_SECONDS);
	return {
		minute: lastMinute * Math.min(1, now / ROUND_DRIVING_SECONDS),
		after: Math.max(0, now - ROUND_DRIVING_SECONDS)
	};
}

function speakingSpotOf({ from, visits, missedStops, fault }: RoundStory) {
	if (fault) return visits.at(-1) ?? from;
	return missedStops[0] ?? visits.find(({ isLate }) => isLate) ?? from;
}

function drawStopMark(map: CountryMap, stop: RoundStory['from'], isRight: boolean): void {
	const { x, y, size } = map.place(stop);
	drawVerdictMark(isRight, x + 20 * size, y - 16 * size, 9);
}

/** Marks a reached stop as in time or late. Where somebody waits only until a given time, also writes when the van arrived. */
function drawArrival(visit: StopVisit, map: CountryMap, { starts }: RoundFields, language: string): void {
	drawStopMark(map, visit, !visit.isLate);
	if (visit.until === undefined) return;
	const tone = visit.isLate ? 'wrong' : 'right';
	mapWords(map.place(visit), timeText(starts + visit.arrives, language), { line: 1, tone });
}

function dashboardItemsOf(
	{ visits, kilometres, minutes, last, isLong }: RoundStory,
	minute: number,
	isOver: boolean,
	language: string
) {
	const figureNames = roundFigureNames(language);
	const progress = isOver ? 1 : minute / Math.max(1, minutes);
	return [
		{
			title: figureNames.kilometres,
			value: kilometresText(isOver ? kilometres : kilometres * progress, language),
			...(isOver && isLong && { tone: 'wrong' as const })
		},
		{ title: figureNames.minutes, value: minutesText(minutes * progress, language) },
		{
			title: figureNames.last,
			value: isOver && visits.length > 0 ? timeText(last, language) : '…',
			...(isOver && visits.some(({ isLate }) => isLate) && { tone: 'wrong' as const })
		}
	];
}

export function roundScene(program: object, fields: RoundFields) {
	return createCodelessScene({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare: (input) => createRoundStory(program, fields, readDialValue(fields.hand, input)),
		play: (story, moment) => drawRoundStory(story, fields, moment),
		describe: (story, language) => describeRound(story, fields, language),
		wait: (layout) => person(layout.person, { look: look(fields.title) })
	});
}
