/** The centre of Valcendre: a map with the cameras that the student's program places, and a magpie that tries them. */
import { label } from 'braise/draw';
import { scene, type SceneInput } from 'braise/scene';
import type { Camera } from './data/town';
import { measure, ruleOf } from './scene/measure';
import { playStory, WALK, type Story } from './scene/play';
import { camerasAt, compareViews, countFilmed, placeCameras, type StreetView } from './scene/views';

export { measure } from './scene/measure';

/** The cameras of the tender. */
const TENDER = 5;

function camerasIn({ situation, option = '', values }: SceneInput): Camera[] {
	if (situation === 'predict') return camerasAt('Mairie');
	if (situation === 'sees') return camerasAt('Cale', 'École', 'Gare');
	if (situation === 'discover') return placeCameras(values?.['cameras'] ?? TENDER);
	if (situation !== 'decide') return placeCameras(TENDER);
	const { cameras } = ruleOf(option, values);
	return cameras === 0 ? [] : placeCameras(cameras);
}

/** What is wrong comes first, and of it the last street, which is rue du Phare as long as only its length counts. */
function visitsTo(views: StreetView[]): StreetView[] {
	const backwards = [...views].reverse();
	const last = (verdict: StreetView['verdict'], most: number) =>
		backwards.filter((view) => view.verdict === verdict).slice(0, most);
	return [...last('believed', 3), ...last('missed', 2), ...last('unseen', 1), ...last('seen', 1)];
}

function decisionStory(cameras: Camera[], { option = '', values }: SceneInput): Story {
	const { hours } = ruleOf(option, values);
	const figures = Object.fromEntries(measure(option, values).map(({ id, value }) => [id, value]));
	const times = WALK.filter((corner) => cameras.some((camera) => camera.corner === corner)).length;
	const speech = label(cameras.length > 0 ? 'says-filmed' : hours > 0 ? 'says-lit' : 'says-dark', { times });
	return {
		cameras,
		views: [],
		visits: [],
		count: label('count-decision', figures),
		night: { speech, hours, thefts: figures['thefts'] ?? 0 }
	};
}

export const { init, step, draw, describe } = scene<Story>({
	prepare(input) {
		const { situation } = input;
		const cameras = camerasIn(input);
		if (situation === 'decide') return decisionStory(cameras, input);
		const views = compareViews(cameras);
		const claims = views.filter(({ isClaimed }) => isClaimed).length;
		const people = situation === 'stretch' || situation === 'show' ? countFilmed(cameras) : '';
		const count = label(people === '' ? 'count' : 'count-people', { claims, count: views.length, people });
		return { cameras, views, visits: visitsTo(views), count };
	},
	hour: ({ night }, { theme }) => (night ? 'night' : theme === 'dark' ? 'dusk' : 'day'),
	play: (story, { time, still }) => playStory(story, time, still),
	describe({ cameras, views, count, night }) {
		if (night) return [count, night.speech];
		const seen = views.filter(({ isSeen }) => isSeen).length;
		const mistakes = (['believed', 'missed'] as const).flatMap((verdict) => {
			const names = views.filter((view) => view.verdict === verdict).map(({ street }) => street.name);
			return names.length === 0 ? [] : [label(`describe-${verdict}`, { names: names.join(', ') })];
		});
		return [label('describe', { cameras: cameras.length, seen, count: views.length }), ...mistakes];
	}
});
