// FR  Ce que l'élève voit. Le titre de chaque vérification est dans text.fr.md et text.en.md, sous "## checks".
// EN  What the student sees. Each check's title is in text.fr.md and text.en.md, under "## checks".
import { expect, test } from 'vitest';
import { trays } from './main.ts';

test('nobody-comes', () => {
	expect(trays(0)).toBe(0);
});

test('full-trays', () => {
	expect(trays(8)).toBe(1);
	expect(trays(16)).toBe(2);
});

test('one-more-person', () => {
	expect(trays(9)).toBe(2);
	expect(trays(17)).toBe(3);
});

test('whole-canteen', () => {
	expect(trays(100)).toBe(13);
});
