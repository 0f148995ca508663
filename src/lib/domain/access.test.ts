/** Tests which actions a visitor may take, and which roles may not see classes or solutions. */
import { expect, test } from 'vitest';
import {
	isActionAllowed,
	PERMISSIONS,
	ACCESS_RELATIONS,
	ROLES,
	type AccessAction,
	type RoleOrVisitor
} from './access.ts';

const actions = Object.keys(PERMISSIONS) as AccessAction[];
const actors: RoleOrVisitor[] = ['visitor', ...ROLES];

test('a partner and an applicant meet no student: nothing of a class, its works or its reviews', () => {
	const classActions = actions.filter((action) =>
		/^(class|membership|level|pair|assignment|board|submission|review|debate|wall)\./.test(action)
	);
	expect(classActions.length).toBeGreaterThan(10);
	for (const action of classActions) {
		for (const actor of ['partner', 'applicant'] as const)
			expect(isActionAllowed(actor, action, ACCESS_RELATIONS), action).toBe(false);
	}
});

test('a visitor opens challenges, joins a class, sees a project by its link and tells a problem, and nothing else', () => {
	expect(actions.filter((action) => isActionAllowed('visitor', action, ACCESS_RELATIONS))).toEqual([
		'challenge.open',
		'class.join',
		'link.see',
		'problem.tell',
		'problem.follow'
	]);
});

test('no solution before a curator or an invitation made someone a teacher', () => {
	expect(actors.filter((actor) => isActionAllowed(actor, 'challenge.solution', ACCESS_RELATIONS))).toEqual([
		'teacher',
		'curator'
	]);
});

test('a curator reads nothing of a class that they do not teach', () => {
	for (const action of ['class.read', 'submission.read', 'board.watch', 'class.export'] as const) {
		expect(isActionAllowed('curator', action, ['self', 'member'])).toBe(false);
		expect(isActionAllowed('curator', action, ['teaches'])).toBe(true);
	}
});
