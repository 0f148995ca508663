import { expect, test } from 'vitest';
import {
	areWallLinksOpen,
	isWallOpen,
	mayReportWallItem,
	maySeeWallItem,
	parseWallSentence,
	WALL_VISIBILITIES
} from './wall.ts';

test('a reported or hidden item of a wall is seen only by its maker and the teacher', () => {
	for (const visibility of WALL_VISIBILITIES) {
		expect(maySeeWallItem(visibility, 'teacher')).toBe(true);
		expect(maySeeWallItem(visibility, 'maker')).toBe(true);
		expect(maySeeWallItem(visibility, 'classmate')).toBe(visibility === 'shown');
	}
});

test('an item may be reported only when it is shown and not approved', () => {
	expect(WALL_VISIBILITIES.filter((visibility) => mayReportWallItem(visibility, false))).toEqual(['shown']);
	expect(WALL_VISIBILITIES.filter((visibility) => mayReportWallItem(visibility, true))).toEqual([]);
});

test('the wall of an archived class is closed', () => {
	expect(isWallOpen({ wallOpen: true, archivedAt: null })).toBe(true);
	expect(isWallOpen({ wallOpen: true, archivedAt: new Date() })).toBe(false);
	expect(isWallOpen({ wallOpen: false, archivedAt: null })).toBe(false);
});

test('the links of an archived class show nothing', () => {
	expect(areWallLinksOpen({ linksOpen: true, archivedAt: null })).toBe(true);
	expect(areWallLinksOpen({ linksOpen: true, archivedAt: new Date() })).toBe(false);
	expect(areWallLinksOpen({ linksOpen: false, archivedAt: null })).toBe(false);
});

test('a sentence is one line of 1 to 200 characters', () => {
	expect(parseWallSentence(' Oui,\nbien. ')).toBe('Oui, bien.');
	expect(parseWallSentence('x'.repeat(200))).toHaveLength(200);
	for (const wrong of ['', ' \n', 'x'.repeat(201), 'a\u202eb', undefined])
		expect(parseWallSentence(wrong)).toBeUndefined();
});
