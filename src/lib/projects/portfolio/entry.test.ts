import { expect, test } from 'vitest';
import type { PortfolioChallenge } from '#lib/domain/portfolio.ts';
import type { Decision, Version, Work } from '#lib/domain/work.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { createPortfolioEntries } from './entry.ts';

const challenge: PortfolioChallenge = {
	id: 'horodateur',
	hash: 'new',
	language: 'fr',
	title: 'Le parcmètre bavard',
	person: { name: 'Nadia Kerven', role: 'chargée de mobilité' },
	place: 'Valcendre',
	hasPicture: true,
	given: ['given.ts'],
	decision: {
		question: 'Que doit-il retenir ?',
		options: { paper: 'Le papier', another: 'Une autre règle' },
		values: { keepDays: { label: 'Plaque gardée', unit: 'jours' } }
	}
};
const cover = { picture: new Blob(), description: 'Un rond.' };

function createWorkSummary(work: Partial<Work>, version: Partial<Version>): WorkSummary {
	const wholeWork: Work = {
		format: 1,
		id: 'w',
		kind: 'challenge',
		challenge: { id: 'horodateur', version: '1', hash: 'new' },
		language: 'fr',
		authors: [],
		createdAt: 1,
		head: 'v',
		...work
	};
	const openVersion: Version = {
		id: 'v',
		work: wholeWork.id,
		parent: null,
		savedAt: 2,
		files: { 'main.ts': 'a', 'given.ts': 'b' },
		steps: null,
		decision: null,
		project: null,
		...version
	};
	return { work: wholeWork, openVersion, savedAt: 2 };
}
const createEntry = (workSummary: WorkSummary, challenges = [challenge]) =>
	createPortfolioEntries([workSummary], { challenges, covers: new Map([['p', cover]]), language: 'fr' })[0];
const createEntryDecision = (decision: Decision) => createEntry(createWorkSummary({}, { decision }))?.decision;

test('a challenge is shown with its person, its picture, and the code that the student wrote', () => {
	expect(createEntry(createWorkSummary({}, {}))).toMatchObject({
		kind: 'Défi · Valcendre',
		title: 'Le parcmètre bavard',
		problemOwner: 'Nadia Kerven, chargée de mobilité',
		isPair: false,
		decision: null,
		code: { 'main.ts': 'a' },
		picture: { kind: 'challenge', id: 'horodateur' }
	});
});

test('a challenge with a saved cover is shown with that cover', () => {
	expect(createEntry(createWorkSummary({ id: 'p' }, {}))?.picture).toEqual({ kind: 'cover', cover });
});

test('a challenge is shown with its own version’s texts, else the newest ones, else its id', () => {
	const workOnOlderVersion = { challenge: { id: 'horodateur', version: '0', hash: 'old' } };
	expect(createEntry(createWorkSummary(workOnOlderVersion, {}))?.title).toBe('Le parcmètre bavard');
	expect(
		createEntry(createWorkSummary(workOnOlderVersion, {}), [
			{ ...challenge, hash: 'x' },
			{ ...challenge, hash: 'old', title: 'Avant' }
		])?.title
	).toBe('Avant');
	expect(createEntry(createWorkSummary({}, {}), [])).toMatchObject({
		title: 'Défi «\u00a0horodateur\u00a0»',
		picture: null,
		problemOwner: ''
	});
});

test('a decision is shown with its question, its option, its values and its reason', () => {
	expect(createEntryDecision({ option: 'paper', position: ' Personne ne lit ma vie. ' })).toEqual({
		question: 'Que doit-il retenir ?',
		option: 'Le papier',
		position: 'Personne ne lit ma vie.'
	});
	expect(createEntryDecision({ option: 'another', values: { keepDays: 3 }, position: '' })?.option).toBe(
		'Une autre règle (Plaque gardée 3 jours)'
	);
	expect(createEntryDecision({ option: null, position: 'J’hésite.' })).toMatchObject({
		option: '',
		position: 'J’hésite.'
	});
	expect(createEntryDecision({ option: null, position: ' ' })).toBeNull();
	expect(createEntryDecision({ option: 'gone', position: '' })).toBeNull();
});

test('a project is shown with its title, the person on its card, and its cover', () => {
	const card = { who: 'Ma tante', now: '', change: '', needed: '', notKept: '' };
	const files = { 'main.ts': 'a', 'project.store': '{}', 'cat.png': '{}' };
	const project = createWorkSummary(
		{ id: 'p', kind: 'project', challenge: null, authors: ['a', 'b'] },
		{ project: { title: '', card }, files }
	);
	expect(createEntry(project)).toMatchObject({
		kind: 'Projet',
		title: 'Sans titre',
		problemOwner: 'Pour\u00a0: Ma tante',
		isPair: true,
		decision: null,
		code: { 'main.ts': 'a' },
		picture: { kind: 'cover', cover }
	});
	expect(createEntry({ ...project, work: { ...project.work, id: 'other' } })?.picture).toBeNull();
});

test('a challenge in the making, and a work that cannot be read, are left out', () => {
	expect(createEntry(createWorkSummary({ kind: 'folder' }, {}))).toBeUndefined();
	expect(createEntry({ ...createWorkSummary({}, {}), openVersion: null })).toBeUndefined();
});
