import { expect, test } from 'vitest';
import {
	isActionAllowed,
	PERMISSIONS,
	ACCESS_RELATIONS,
	ROLES,
	type AccessAction,
	type RoleOrVisitor
} from './access.ts';

const accessActions = Object.keys(PERMISSIONS) as AccessAction[];
const accessActors: RoleOrVisitor[] = ['visitor', ...ROLES];

test('partners and applicants may do nothing with classes, their works or their reviews', () => {
	const classActions = accessActions.filter((action) =>
		/^(class|membership|level|pair|assignment|board|submission|review|debate|wall)\./.test(action)
	);
	expect(classActions.length).toBeGreaterThan(10);
	for (const action of classActions) {
		for (const actor of ['partner', 'applicant'] as const)
			expect(isActionAllowed(actor, action, ACCESS_RELATIONS), action).toBe(false);
	}
});

test('a visitor may only open challenges, join a class, see linked projects, and tell and follow problems', () => {
	expect(accessActions.filter((action) => isActionAllowed('visitor', action, ACCESS_RELATIONS))).toEqual([
		'challenge.open',
		'class.join',
		'link.see',
		'problem.tell',
		'problem.follow'
	]);
});

test('only teachers and curators may see a challenge’s solution', () => {
	expect(accessActors.filter((actor) => isActionAllowed(actor, 'challenge.solution', ACCESS_RELATIONS))).toEqual([
		'teacher',
		'curator'
	]);
});

test('a curator may not read, watch or export a class that they do not teach', () => {
	for (const action of ['class.read', 'submission.read', 'board.watch', 'class.export'] as const) {
		expect(isActionAllowed('curator', action, ['self', 'member'])).toBe(false);
		expect(isActionAllowed('curator', action, ['teaches'])).toBe(true);
	}
});
