import { expect, test } from 'vitest';
import {
	publicationStateAfterAct,
	siblingVersionStateAfterChange,
	isVersionOpenToReviewer,
	possiblePublicationActs,
	PUBLICATION_STATES,
	publicationActorOf,
	type PublicationAct,
	type PublicationActor,
	type PublicationState
} from './publication.ts';

const reviewers = { curator: 'curator', teacher: 'teacher' };
const STATE_BY_KIND: Record<(typeof PUBLICATION_STATES)[number], PublicationState> = {
	draft: { kind: 'draft' },
	proposed: { kind: 'proposed', agreement: null },
	'work-needed': { kind: 'work-needed' },
	'held-back': { kind: 'held-back' },
	published: { kind: 'published', reviewers },
	retired: { kind: 'retired', reviewers }
};
const maker: PublicationActor = { kind: 'maker', id: 'maker' };
const curator: PublicationActor = { kind: 'curator', id: 'curator' };
const teacher: PublicationActor = { kind: 'teacher', id: 'teacher' };
const stateAfter = (state: PublicationState, act: PublicationAct, actor: PublicationActor) =>
	publicationStateAfterAct(state, act, actor);

test('makers, teachers and curators may take only the acts allowed in each state', () => {
	const possibleActsByState = (actor: PublicationActor) =>
		Object.fromEntries(PUBLICATION_STATES.map((kind) => [kind, possiblePublicationActs(STATE_BY_KIND[kind], actor)]));
	expect(possibleActsByState(maker)).toEqual({
		draft: ['propose'],
		proposed: ['withdraw', 'comment'],
		'work-needed': ['propose', 'withdraw', 'comment'],
		'held-back': ['comment'],
		published: ['retire', 'comment'],
		retired: []
	});
	expect(possibleActsByState(teacher)).toEqual({
		draft: [],
		proposed: ['agree', 'ask-for-work', 'comment'],
		'work-needed': ['comment'],
		'held-back': ['comment'],
		published: ['comment'],
		retired: []
	});
	expect(possibleActsByState(curator)).toEqual({
		draft: [],
		proposed: ['agree', 'ask-for-work', 'hold-back', 'comment'],
		'work-needed': ['hold-back', 'comment'],
		'held-back': ['release', 'comment'],
		published: ['hold-back', 'retire', 'comment'],
		retired: ['hold-back']
	});
});

test('a maker never reviews their own publication; only other teachers and curators review', () => {
	expect(publicationActorOf({ id: 'a', role: 'curator' }, 'a')).toEqual({ kind: 'maker', id: 'a' });
	expect(publicationActorOf({ id: 'a', role: 'teacher' }, 'a')).toEqual({ kind: 'maker', id: 'a' });
	expect(publicationActorOf({ id: 'b', role: 'curator' }, 'a')).toEqual({ kind: 'curator', id: 'b' });
	expect(publicationActorOf({ id: 'b', role: 'teacher' }, 'a')).toEqual({ kind: 'teacher', id: 'b' });
	for (const role of ['student', 'applicant', 'partner'] as const)
		expect(publicationActorOf({ id: 'a', role }, 'a'), role).toBeUndefined();
	expect(stateAfter(STATE_BY_KIND.proposed, 'agree', maker)).toBeUndefined();
});

test('a curator’s and a teacher’s agreement publish, in either order', () => {
	for (const [first, second] of [
		[curator, teacher],
		[teacher, curator]
	] as const) {
		const stateAgreedOnce = stateAfter(STATE_BY_KIND.proposed, 'agree', first);
		expect(stateAgreedOnce).toEqual({ kind: 'proposed', agreement: { part: first.kind, by: first.id } });
		expect(stateAgreedOnce && stateAfter(stateAgreedOnce, 'agree', second)).toEqual({ kind: 'published', reviewers });
	}
});

test('a second agreement by another teacher or by the same person is refused', () => {
	const stateAgreedOnce = stateAfter(STATE_BY_KIND.proposed, 'agree', teacher);
	if (stateAgreedOnce === undefined) throw new Error('There is no agreement.');
	expect(stateAfter(stateAgreedOnce, 'agree', { kind: 'teacher', id: 'another' })).toBeUndefined();
	// The same person cannot give the second agreement after a change of role.
	expect(stateAfter(stateAgreedOnce, 'agree', { kind: 'curator', id: teacher.id })).toBeUndefined();
});

test('an agreement lapses when work is asked for and when another version is proposed', () => {
	const stateAgreedOnce: PublicationState = { kind: 'proposed', agreement: { part: 'teacher', by: 'teacher' } };
	const nextState = stateAfter(stateAgreedOnce, 'ask-for-work', curator);
	expect(nextState && stateAfter(nextState, 'propose', maker)).toEqual(STATE_BY_KIND.proposed);
	expect(siblingVersionStateAfterChange(stateAgreedOnce, { from: 'draft', to: 'proposed' })).toEqual(
		STATE_BY_KIND.draft
	);
	expect(siblingVersionStateAfterChange(STATE_BY_KIND['work-needed'], { from: 'draft', to: 'proposed' })).toEqual(
		STATE_BY_KIND.draft
	);
});

test('a published version stays published until the next version is published, then is retired', () => {
	expect(siblingVersionStateAfterChange(STATE_BY_KIND.published, { from: 'draft', to: 'proposed' })).toBe(
		STATE_BY_KIND.published
	);
	expect(siblingVersionStateAfterChange(STATE_BY_KIND.published, { from: 'proposed', to: 'published' })).toEqual(
		STATE_BY_KIND.retired
	);
	expect(siblingVersionStateAfterChange(STATE_BY_KIND.retired, { from: 'proposed', to: 'published' })).toBe(
		STATE_BY_KIND.retired
	);
	// A comment on one version changes no other version.
	expect(siblingVersionStateAfterChange(STATE_BY_KIND.published, { from: 'published', to: 'published' })).toBe(
		STATE_BY_KIND.published
	);
});

test('holding back a published version holds back retired versions; holding back a proposal keeps the published version', () => {
	expect(siblingVersionStateAfterChange(STATE_BY_KIND.retired, { from: 'published', to: 'held-back' })).toEqual(
		STATE_BY_KIND['held-back']
	);
	expect(siblingVersionStateAfterChange(STATE_BY_KIND.published, { from: 'proposed', to: 'held-back' })).toBe(
		STATE_BY_KIND.published
	);
});

test('as reviewers, teachers read versions in review, curators all but drafts, and makers none', () => {
	const statesOpenTo = (actor: PublicationActor) =>
		PUBLICATION_STATES.filter((kind) => isVersionOpenToReviewer(STATE_BY_KIND[kind], actor));
	expect(statesOpenTo(teacher)).toEqual(['proposed', 'work-needed']);
	expect(statesOpenTo(curator)).toEqual(['proposed', 'work-needed', 'held-back', 'published', 'retired']);
	expect(statesOpenTo(maker)).toEqual([]);
});

type IsPossiblePublicationState<Candidate> = Candidate extends PublicationState ? true : false;
/** The type check verifies these values: if `PublicationState` allowed an impossible state, this list would not compile. */
const typeCheckResults: [
	IsPossiblePublicationState<{ kind: 'proposed'; agreement: null }>,
	IsPossiblePublicationState<{ kind: 'proposed' }>,
	IsPossiblePublicationState<{ kind: 'proposed'; agreement: { part: 'maker'; by: string } }>,
	IsPossiblePublicationState<{
		kind: 'proposed';
		agreement: [{ part: 'curator'; by: string }, { part: 'teacher'; by: string }];
	}>,
	IsPossiblePublicationState<{ kind: 'published' }>,
	IsPossiblePublicationState<{ kind: 'published'; reviewers: { curator: string } }>
] = [true, false, false, false, false, false];

test('impossible publication states do not compile', () => {
	expect(typeCheckResults.filter(Boolean)).toHaveLength(1);
});
