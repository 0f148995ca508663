/** Plays a round on a map: a van lays a thread of wool from stop to stop, then somebody speaks. */
import { label } from 'braise/draw';
import { between } from '../ease.ts';
import type { CountryMap, CountryPlan } from '../places/country-plan.ts';
import { country } from '../places/country.ts';
import { whereabouts } from '../places/journey.ts';
import { mapWords, villageNames } from '../places/map-words.ts';
import { nightfall } from '../places/nightfall.ts';
import { route } from '../places/route.ts';
import { bubble } from '../telling/bubble.ts';
import { dashboard, dashboardHeight } from '../telling/dashboard.ts';
import { timeText } from '../telling/numbers.ts';
import { van } from '../things/van.ts';
import type { RoundFields } from './round-fields.ts';
import type { CodelessSceneMoment } from './layout.ts';
import type { RoundStory, StopVisit } from './round-story.ts';
import { roundFigureNames, kilometresText, minutesText, driverRemark } from './round-words.ts';
import { drawVerdictMark } from './verdict-marks.ts';

/** Seconds that the van drives, and seconds that the finished round then stays. */
const ROUND_DRIVING_SECONDS = 7;
const FINISHED_ROUND_SECONDS = 7;
/** Seconds of the story that are skipped at its beginning, so that a change of the round is seen at once. */
const SKIPPED_STORY_SECONDS = 1.2;

/** Draws the map with all stops of the scene, also those that this round leaves out. */
function drawRoundMap({ stops }: RoundFields): { land: CountryPlan; map: CountryMap } {
	const land = createLandAroundStops(stops);
	return { land, map: country(land, dashboardHeight()) };
}

/** Makes a country around the stops, with hills and woods away from them. */
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

export function drawRoundStory(
	story: RoundStory,
	fields: RoundFields,
	{ time, still, language }: CodelessSceneMoment
): void {
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

/**
 * Returns the minute of the round that is shown, and the seconds since the van came back. With a dial, the whole round is shown
 * at once.
 */
function shownMinuteAt({ minutes, isMoved }: RoundStory, time: number, still: boolean) {
	const lastMinute = Math.max(1, minutes);
	if (still || isMoved) return { minute: lastMinute, after: 1 };
	const now = (time + SKIPPED_STORY_SECONDS) % (ROUND_DRIVING_SECONDS + FINISHED_ROUND_SECONDS);
	return {
		minute: lastMinute * Math.min(1, now / ROUND_DRIVING_SECONDS),
		after: Math.max(0, now - ROUND_DRIVING_SECONDS)
	};
}

/** Returns the place where somebody speaks: at the mistake, or where the round began. */
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
