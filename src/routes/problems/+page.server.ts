import { PROBLEM_TRADES } from '#lib/domain/problem-card.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import {
	listBoardProblems,
	listProblemsOfStudents,
	listDeclinedProblems,
	listProblemsForCurators,
	type ListedProblem
} from '#lib/server/contributions/problem-queries.ts';
import { database } from '#lib/server/db/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'problem.list');
	const isCurator = person.role === 'curator';
	const wantedTrade = event.url.searchParams.get('trade');
	const trade = PROBLEM_TRADES.find((one) => one === wantedTrade) ?? null;
	const board = await listBoardProblems(database());
	const places = listProblemPlaces(board);
	const wantedPlace = normalizePlace(event.url.searchParams.get('place') ?? '');
	const place = places.find((one) => normalizePlace(one) === wantedPlace) ?? '';
	const matchesFilter = (one: ListedProblem) =>
		(trade === null || one.trade === trade) && (place === '' || normalizePlace(one.place) === normalizePlace(place));
	const matchingProblems = board.filter(matchesFilter);
	return {
		trade,
		place,
		places,
		isEmpty: board.length === 0,
		waiting: isCurator ? await listProblemsForCurators(database()) : [],
		ofStudents: await listProblemsOfStudents(database(), person.id),
		own: matchingProblems.filter(({ claimedBy }) => claimedBy?.id === person.id),
		free: matchingProblems.filter(({ claimedBy }) => claimedBy === null),
		taken: matchingProblems.filter(({ claimedBy }) => claimedBy !== null && claimedBy.id !== person.id),
		declined: isCurator ? await listDeclinedProblems(database()) : []
	};
};

const normalizePlace = (place: string): string => place.trim().toLocaleLowerCase('fr');

/** Returns each place once, in the spelling of the problem that was told first. */
function listProblemPlaces(board: ListedProblem[]): string[] {
	const places = new Map(board.filter(({ place }) => place !== '').map(({ place }) => [normalizePlace(place), place]));
	return [...places.values()].sort((one, other) => one.localeCompare(other, 'fr'));
}
